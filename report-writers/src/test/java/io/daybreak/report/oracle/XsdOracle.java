package io.daybreak.report.oracle;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates against official XSDs with the JDK's own validator. */
public final class XsdOracle {

    private static final Map<Path, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private XsdOracle() {}

    /** Everything the schema finds wrong with a file. */
    public static List<String> validate(Path xsd, Path file) {
        List<String> errors = new ArrayList<>();
        Validator validator = SCHEMAS.computeIfAbsent(xsd, XsdOracle::compile).newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                errors.add(e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                errors.add("line " + e.getLineNumber() + ": " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                errors.add("line " + e.getLineNumber() + ": " + e.getMessage());
            }
        });
        try {
            validator.validate(new StreamSource(file.toFile()));
        } catch (SAXException e) {
            errors.add(e.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return errors;
    }

    private static Schema compile(Path xsd) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            // The FBAR schema repeats an element up to 9999 times, beyond the JDK's default bound on expansion.
            factory.setProperty("jdk.xml.maxOccurLimit", "0");
            String text = Files.readString(xsd, StandardCharsets.UTF_8);
            return factory.newSchema(
                    new StreamSource(new StringReader(text), xsd.toUri().toString()));
        } catch (SAXException e) {
            throw new IllegalStateException(xsd + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
