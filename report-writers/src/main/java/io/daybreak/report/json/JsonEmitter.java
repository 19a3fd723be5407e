package io.daybreak.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Spells a layout as JSON: a container is an object, the records of a group an array, numbers and flags bare. */
final class JsonEmitter implements Emitter {

    private static final int TRUE_LENGTH = "true".length();

    private final JsonGenerator generator;
    private final DeferredOutput out;
    private final JsonNames names;
    private final boolean lines;
    private int depth;

    JsonEmitter(JsonGenerator generator, DeferredOutput out, JsonNames names, boolean lines) {
        this.generator = generator;
        this.out = out;
        this.names = names;
        this.lines = lines;
    }

    @Override
    public void beginFile() throws IOException {
        if (!lines) {
            generator.writeStartObject();
        }
    }

    @Override
    public void beginRecords(Node.Container container) throws IOException {
        if (!isLine()) {
            generator.writeArrayFieldStart(container.name());
        }
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        if (container.group() == Node.Container.ONCE && !isLine()) {
            generator.writeFieldName(name);
        }
        generator.writeStartObject();
        depth++;
    }

    private boolean isLine() {
        return lines && depth == 0;
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) throws IOException {
        generator.writeFieldName(names.of(leaf));
        switch (names.shape(leaf)) {
            case NUMBER -> generator.writeNumber(text.string());
            case FLAG -> generator.writeBoolean(text.length() == TRUE_LENGTH);
            case STRING -> {
                if ((text.marks() & ByteText.SEPARATOR) == 0) {
                    generator.writeRawUTF8String(text.bytes(), 0, text.length());
                } else {
                    generator.writeUTF8String(text.bytes(), 0, text.length());
                }
            }
        }
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) throws IOException {
        generator.writeFieldName(names.of(leaf));
        generator.writeRawValue("");
        generator.flush();
        out.hole(() -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end(Node.Container container) throws IOException {
        generator.writeEndObject();
        depth--;
        if (isLine()) {
            generator.writeRaw('\n');
        }
    }

    @Override
    public void endRecords(Node.Container container) throws IOException {
        if (!isLine()) {
            generator.writeEndArray();
        }
    }

    @Override
    public void endFile() throws IOException {
        if (!lines) {
            generator.writeEndObject();
        }
        generator.flush();
    }
}
