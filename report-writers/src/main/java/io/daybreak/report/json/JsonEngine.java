package io.daybreak.report.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.layout.Dialect;

/** JSON objects in the order of the layout: one object a file, or with the option {@code lines} one object a line. */
public final class JsonEngine {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonEngine() {}

    /** The engine {@code json}. */
    public static Engine create() {
        return new LayoutEngine("json", spec -> Dialect.plain(), (spec, layout) -> {
            JsonNames names = new JsonNames(layout);
            boolean lines = spec.options().path("lines").asBoolean();
            return out -> {
                JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8);
                generator.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
                return new JsonEmitter(generator, out, names, lines);
            };
        });
    }
}
