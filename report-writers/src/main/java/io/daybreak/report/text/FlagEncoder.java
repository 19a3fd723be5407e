package io.daybreak.report.text;

import io.daybreak.report.spec.Facets;

/** Yes or no in the format's words. */
final class FlagEncoder extends ValueEncoder {

    private final String yes;
    private final String no;
    private final int maxLength;

    FlagEncoder(Facets facets) {
        this.yes = facets.yes();
        this.no = facets.no();
        this.maxLength = facets.maxLength();
    }

    @Override
    public boolean encode(Object value, ByteText out) {
        if (!(value instanceof Boolean flag)) {
            return false;
        }
        out.set(flag ? yes : no);
        return out.length() <= maxLength;
    }
}
