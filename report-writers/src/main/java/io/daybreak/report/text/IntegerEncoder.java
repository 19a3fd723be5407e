package io.daybreak.report.text;

import io.daybreak.report.spec.Facets;

/** Whole numbers within their digits and bounds. */
final class IntegerEncoder extends ValueEncoder {

    private final NumberBounds bounds;
    private final long modulus;
    private final int maxLength;

    IntegerEncoder(Facets facets) {
        this.bounds = new NumberBounds(facets);
        this.modulus = facets.lastDigits() == 0 ? 0 : ByteText.power(Math.min(facets.lastDigits(), 18));
        this.maxLength = facets.maxLength();
    }

    @Override
    public boolean encode(Object value, ByteText out) {
        if (!(value instanceof Long) && !(value instanceof Integer)) {
            return false;
        }
        long number = ((Number) value).longValue();
        if (number == Long.MIN_VALUE || !bounds.holdsWhole(number)) {
            return false;
        }
        out.clear();
        out.number(modulus == 0 ? number : number % modulus);
        return out.length() <= maxLength;
    }
}
