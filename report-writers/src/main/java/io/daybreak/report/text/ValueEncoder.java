package io.daybreak.report.text;

import io.daybreak.report.spec.FieldType;

/**
 * Writes plain, sound values of one field type as text, without strings and regular expressions. Immutable, thread-safe.
 *
 * <p>What it writes is what {@link FieldType#format} gives, and only where {@link FieldType#check} has nothing against it; where that takes
 * more than a look it answers false, and the caller asks the type itself.
 */
public abstract class ValueEncoder {

    ValueEncoder() {}

    /** The encoder of a type. */
    public static ValueEncoder of(FieldType type) {
        ValueEncoder encoder = switch (type.kind()) {
            case TEXT -> new TextEncoder(type);
            case INTEGER -> new IntegerEncoder(type.facets());
            case DECIMAL -> new DecimalEncoder(type.facets());
            case IMPLIED -> new ImpliedEncoder(type.facets());
            case DATE, TIMESTAMP -> MomentEncoder.moment(type);
            case FLAG -> new FlagEncoder(type.facets());
        };
        if (type.kind() == FieldType.Kind.TEXT || type.pattern().isEmpty()) {
            return encoder;
        }
        return type.pattern()
                .flatMap(AsciiPattern::compile)
                .<ValueEncoder>map(pattern -> new Patterned(encoder, pattern))
                .orElse(new Never());
    }

    /**
     * Makes {@code out} the text of a value.
     *
     * @return whether it did; otherwise {@code out} holds nothing of use
     */
    public abstract boolean encode(Object value, ByteText out);

    /** A type whose values always need a closer look. */
    static final class Never extends ValueEncoder {
        @Override
        public boolean encode(Object value, ByteText out) {
            return false;
        }
    }

    private static final class Patterned extends ValueEncoder {
        private final ValueEncoder encoder;
        private final AsciiPattern pattern;

        Patterned(ValueEncoder encoder, AsciiPattern pattern) {
            this.encoder = encoder;
            this.pattern = pattern;
        }

        @Override
        public boolean encode(Object value, ByteText out) {
            return encoder.encode(value, out) && pattern.matches(out.bytes(), out.length());
        }
    }
}
