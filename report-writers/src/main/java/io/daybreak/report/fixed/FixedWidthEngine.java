package io.daybreak.report.fixed;

import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.spec.Facets;
import io.daybreak.report.spec.FieldType;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of fixed width. A container with leaves is a record; a leaf is named {@code from-to name} by its first and last position, counted
 * from 1, and may not be longer than its place. Numbers stand right with leading zeros, text left with trailing spaces.
 *
 * <p>Options: {@code width} of a record, {@code line} ({@code lf}, {@code crlf} or {@code none}), {@code block} (records in a block) and
 * {@code fill} (the character of the records that complete the last block). A leaf's {@code $fill} and {@code $align} override its padding.
 * The engine counts {@code @lines} and {@code @blocks} up to and including the record being written.
 */
public final class FixedWidthEngine {

    private static final Pattern PLACE = Pattern.compile("(\\d+)(?:-(\\d+))? .+");

    private FixedWidthEngine() {}

    /** The engine {@code fixed}. */
    public static Engine create() {
        return new LayoutEngine("fixed", spec -> FixedWidthEngine::place, (spec, layout) -> {
            Options options = Options.of(spec);
            FixedWidthPlaces places = new FixedWidthPlaces(layout, options.width());
            return out -> new FixedWidthEmitter(out, options, places);
        });
    }

    private static FieldType place(String name, FieldType type, Map<String, String> options) {
        Matcher matcher = PLACE.matcher(name);
        if (!matcher.matches()) {
            // The parts of a file name have no place in a record.
            if (name.equals("name")) {
                return type;
            }
            throw new SpecException("field '" + name + "' is not named 'from-to name'");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        if (from < 1 || to < from) {
            throw new SpecException("field '" + name + "': " + from + "-" + to + " is no place");
        }
        boolean number = isNumber(type);
        options.put("from", Integer.toString(from - 1));
        options.put("to", Integer.toString(to));
        options.putIfAbsent("fill", number ? "0" : " ");
        options.putIfAbsent("align", number ? "right" : "left");
        Facets facets = type.facets();
        Facets bounded = facets.withLength(
                Math.min(facets.minLength(), to - from + 1), Math.min(facets.maxLength(), to - from + 1));
        return type.with(
                number && facets.least().isEmpty()
                        ? bounded.withRange(Optional.of(BigDecimal.ZERO), facets.most())
                        : bounded);
    }

    private static boolean isNumber(FieldType type) {
        return switch (type.kind()) {
            case INTEGER, DECIMAL, IMPLIED -> true;
            case TEXT, DATE, TIMESTAMP, FLAG -> false;
        };
    }

    /**
     * How records are spelt.
     *
     * @param width bytes in a record
     * @param line after each record
     * @param block records in a block, 1 for none
     * @param fill the character of filling records
     */
    record Options(int width, String line, int block, char fill) {
        static Options of(FormatSpec spec) {
            int width = spec.options().path("width").asInt();
            if (width < 1) {
                throw new SpecException("option width " + width + " is not at least 1");
            }
            String line = switch (spec.options().path("line").asText("lf")) {
                case "lf" -> "\n";
                case "crlf" -> "\r\n";
                case "none" -> "";
                default -> throw new SpecException("option line is not lf, crlf or none");
            };
            return new Options(
                    width,
                    line,
                    spec.options().path("block").asInt(1),
                    spec.options().path("fill").asText("9").charAt(0));
        }
    }
}
