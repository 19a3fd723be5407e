package io.daybreak.bench.kernel;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamProperties;

/** A document's events, written by Woodstox. */
final class XmlTwin implements RawTwin {

    private static final byte START = 0;
    private static final byte ATTRIBUTE = 1;
    private static final byte TEXT = 2;
    private static final byte END = 3;

    private final WstxOutputFactory factory = new WstxOutputFactory();
    private final byte[] kinds;
    private final String[] names;
    private final String[] texts;

    private static final class Events {
        private final List<Byte> kinds = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final Map<String, String> known = new HashMap<>();

        void add(byte kind, String name, String text) {
            kinds.add(kind);
            names.add(known.computeIfAbsent(name, key -> key));
            texts.add(known.computeIfAbsent(text, key -> key));
        }
    }

    XmlTwin(Path file) throws IOException {
        factory.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
        Events events = new Events();
        WstxInputFactory input = new WstxInputFactory();
        input.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
        input.setProperty(XMLInputFactory2.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = input.createXMLStreamReader(in);
            while (reader.hasNext()) {
                record(reader, events);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        this.kinds = new byte[events.kinds.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = events.kinds.get(i);
        }
        this.names = events.names.toArray(String[]::new);
        this.texts = events.texts.toArray(String[]::new);
    }

    private static void record(XMLStreamReader reader, Events events) throws XMLStreamException {
        switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                events.add(START, reader.getLocalName(), "");
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    events.add(ATTRIBUTE, reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
            }
            case XMLStreamConstants.CHARACTERS -> events.add(TEXT, "", reader.getText());
            case XMLStreamConstants.END_ELEMENT -> events.add(END, "", "");
            default -> {}
        }
    }

    @Override
    public void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            XMLStreamWriter writer = factory.createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            for (int i = 0; i < kinds.length; i++) {
                switch (kinds[i]) {
                    case START -> writer.writeStartElement(names[i]);
                    case ATTRIBUTE -> writer.writeAttribute(names[i], texts[i]);
                    case TEXT -> writer.writeCharacters(texts[i]);
                    default -> writer.writeEndElement();
                }
            }
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
