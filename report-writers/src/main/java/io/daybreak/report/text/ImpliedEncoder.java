package io.daybreak.report.text;

import io.daybreak.report.spec.Facets;
import java.math.BigDecimal;

/** Decimal numbers whose point is implied. */
final class ImpliedEncoder extends ValueEncoder {

    private final NumberBounds bounds;
    private final int fraction;
    private final int maxLength;

    ImpliedEncoder(Facets facets) {
        this.bounds = new NumberBounds(facets);
        this.fraction = facets.fraction();
        this.maxLength = facets.maxLength();
    }

    @Override
    public boolean encode(Object value, ByteText out) {
        if (!(value instanceof BigDecimal decimal)) {
            return false;
        }
        int scale = decimal.scale();
        if (scale < 0 || scale > fraction) {
            return false;
        }
        long unscaled = NumberBounds.unscaled(decimal);
        int places = fraction - scale;
        if (unscaled == NumberBounds.NONE
                || !bounds.holds(decimal, unscaled)
                || ByteText.digitsOf(Math.abs(unscaled)) + places > 18) {
            return false;
        }
        out.clear();
        out.number(unscaled * ByteText.power(places));
        return out.length() <= maxLength;
    }
}
