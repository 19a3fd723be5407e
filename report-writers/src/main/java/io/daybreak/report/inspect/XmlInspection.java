package io.daybreak.report.inspect;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates XML against an official schema. */
final class XmlInspection {

    /**
     * FinCEN's batch schemas ask that sequence numbers be unique in the file; the JDK checks that in quadratic time. Numbers written here come
     * from one counter, so the rule is left out of the validation of large files.
     */
    private static final Pattern UNIQUE = Pattern.compile("<(\\w+:)?unique\\b.*?</\\1?unique>", Pattern.DOTALL);

    private static final long LARGE_FILE_BYTES = 4L << 20;

    private XmlInspection() {}

    static void inspect(FormatSpec spec, Path file, Optional<Path> schemas, Findings findings) throws IOException {
        Optional<Path> schema = schemas.map(
                        folder -> folder.resolve(spec.oracle().file()))
                .filter(path -> spec.oracle().kind().equals("xsd") && Files.isRegularFile(path));
        ErrorHandler handler = new Collector(findings);
        try {
            if (schema.isPresent()) {
                Validator validator = validator(schema.get(), Files.size(file) > LARGE_FILE_BYTES);
                validator.setErrorHandler(handler);
                validator.validate(new StreamSource(file.toFile()));
            } else {
                wellFormed(file, handler);
            }
        } catch (SAXException e) {
            if (findings.errors() == 0) {
                findings.add(Finding.error("xml", "file", "document", "", String.valueOf(e.getMessage())));
            }
        }
    }

    private static Validator validator(Path schema, boolean large) throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        // The FBAR schema repeats an element up to 9999 times, beyond the JDK's default bound on expansion.
        factory.setProperty("jdk.xml.maxOccurLimit", "0");
        String text = Files.readString(schema, StandardCharsets.UTF_8);
        String used = large ? UNIQUE.matcher(text).replaceAll("") : text;
        return factory.newSchema(
                        new StreamSource(new StringReader(used), schema.toUri().toString()))
                .newValidator();
    }

    private static void wellFormed(Path file, ErrorHandler handler) throws IOException, SAXException {
        try {
            javax.xml.parsers.SAXParserFactory factory = javax.xml.parsers.SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            org.xml.sax.XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setErrorHandler(handler);
            reader.parse(file.toUri().toString());
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException("every Java runtime has a namespace-aware parser", e);
        }
    }

    private record Collector(Findings findings) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            add(e);
        }

        @Override
        public void error(SAXParseException e) {
            add(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            add(e);
            throw e;
        }

        private void add(SAXParseException e) {
            findings.add(Finding.error(
                    "schema",
                    "line " + e.getLineNumber() + ", column " + e.getColumnNumber(),
                    "document",
                    "",
                    String.valueOf(e.getMessage())));
        }
    }
}
