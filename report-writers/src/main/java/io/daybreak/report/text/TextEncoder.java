package io.daybreak.report.text;

import io.daybreak.report.check.IdentifierCheck;
import io.daybreak.report.spec.Facets;
import io.daybreak.report.spec.FieldType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ASCII text within its length, code list, identifier check and pattern. */
final class TextEncoder extends ValueEncoder {

    private static final int ASCII = 128;

    private final byte[] table;
    private final int least;
    private final int most;
    private final Set<String> codes;
    private final @Nullable IdentifierCheck check;
    private final @Nullable AsciiPattern pattern;
    private final boolean undecided;

    TextEncoder(FieldType type) {
        Facets facets = type.facets();
        this.table = table(facets);
        this.least = facets.minLength();
        this.most = facets.maxLength();
        this.codes = new java.util.HashSet<>(facets.codes());
        this.check = facets.check().orElse(null);
        Optional<AsciiPattern> compiled = type.pattern().flatMap(AsciiPattern::compile);
        this.pattern = compiled.orElse(null);
        this.undecided = type.pattern().isPresent() && compiled.isEmpty();
    }

    /** Marks of the characters a type allows; {@link ByteText#REFUSED} for the others. */
    private static byte[] table(Facets facets) {
        byte[] table = new byte[ASCII];
        for (int c = 0; c < ASCII; c++) {
            String text = String.valueOf((char) c);
            boolean allowed = facets.characters().firstOutside(text) < 0
                    && facets.forbidden().indexOf(c) < 0;
            table[c] = allowed ? (byte) ByteText.mark(c) : ByteText.REFUSED;
        }
        return table;
    }

    @Override
    public boolean encode(Object value, ByteText out) {
        if (undecided || !(value instanceof String text)) {
            return false;
        }
        int length = text.length();
        return length >= least
                && length <= most
                && out.setPlain(text, table)
                && (codes.isEmpty() || codes.contains(text))
                && (pattern == null || pattern.matches(out.bytes(), out.length()))
                && (check == null || check.passes(text));
    }
}
