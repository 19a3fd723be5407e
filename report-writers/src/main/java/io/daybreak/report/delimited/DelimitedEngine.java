package io.daybreak.report.delimited;

import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.spec.Facets;
import io.daybreak.report.spec.FieldType;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;

/**
 * Lines of delimited fields. A container with leaves is a line, its leaves the fields in order.
 *
 * <p>Options: {@code delimiter} (one character), {@code quote} ({@code never}, {@code minimal}, {@code always}), {@code line} ({@code lf} or
 * {@code crlf}). A container's {@code $header: true} writes the names of its leaves as a line before its records.
 */
public final class DelimitedEngine {

    private DelimitedEngine() {}

    /** The engine {@code delimited}. */
    public static Engine create() {
        return new LayoutEngine("delimited", DelimitedEngine::dialect, (spec, layout) -> {
            Options options = Options.of(spec);
            return out -> new DelimitedEmitter(out, options);
        });
    }

    private static Dialect dialect(FormatSpec spec) {
        Options options = Options.of(spec);
        return (name, type, leaf) -> options.quote().equals("never") ? withoutDelimiter(type, options) : type;
    }

    private static FieldType withoutDelimiter(FieldType type, Options options) {
        Facets facets = type.facets();
        return type.with(facets.withCharacters(facets.characters(), facets.forbidden() + options.delimiter()));
    }

    /**
     * How lines are spelt.
     *
     * @param delimiter between fields
     * @param quote when fields are quoted
     * @param line the end of a line
     */
    record Options(char delimiter, String quote, String line) {
        static Options of(FormatSpec spec) {
            String quote = spec.options().path("quote").asText("minimal");
            if (!java.util.Set.of("never", "minimal", "always").contains(quote)) {
                throw new SpecException("option quote '" + quote + "' is not never, minimal or always");
            }
            return new Options(
                    spec.options().path("delimiter").asText(",").charAt(0),
                    quote,
                    spec.options().path("line").asText("lf").equals("crlf") ? "\r\n" : "\n");
        }
    }
}
