package io.daybreak.report.xml;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Spells a layout as XML. */
public final class XmlEmitter implements Emitter {

    private final XMLStreamWriter writer;
    private final DeferredOutput out;

    XmlEmitter(XMLStreamWriter writer, DeferredOutput out) {
        this.writer = writer;
        this.out = out;
    }

    @Override
    public void beginFile() throws IOException {
        write(() -> writer.writeStartDocument("UTF-8", "1.0"));
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        write(() -> writer.writeStartElement(name));
    }

    @Override
    public void value(Node.Leaf leaf, String text) throws IOException {
        try {
            switch (leaf.role()) {
                case ATTRIBUTE -> writer.writeAttribute(leaf.name(), text);
                case TEXT -> writer.writeCharacters(text);
                case ELEMENT -> {
                    writer.writeStartElement(leaf.name());
                    writer.writeCharacters(text);
                    writer.writeEndElement();
                }
            }
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException {
        Supplier<byte[]> content = () -> text.get().getBytes(StandardCharsets.UTF_8);
        switch (leaf.role()) {
            case ATTRIBUTE -> {
                write(() -> writer.writeAttribute(leaf.name(), ""));
                write(writer::flush);
                out.hole(1, content);
            }
            case TEXT -> {
                write(() -> writer.writeCharacters(""));
                write(writer::flush);
                out.hole(content);
            }
            case ELEMENT -> {
                write(() -> writer.writeStartElement(leaf.name()));
                write(() -> writer.writeCharacters(""));
                write(writer::flush);
                out.hole(content);
                write(writer::writeEndElement);
            }
        }
    }

    @Override
    public void end(Node.Container container) throws IOException {
        write(writer::writeEndElement);
    }

    @Override
    public void endFile() throws IOException {
        write(writer::writeEndDocument);
        write(writer::close);
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void write(Step step) throws IOException {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private static IOException failure(XMLStreamException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException("XML writer: " + e.getMessage(), e);
    }
}
