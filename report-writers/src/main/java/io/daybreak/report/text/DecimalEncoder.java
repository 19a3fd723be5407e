package io.daybreak.report.text;

import io.daybreak.report.spec.Facets;
import java.math.BigDecimal;

/** Decimal numbers of no more places than the type has. */
final class DecimalEncoder extends ValueEncoder {

    private final NumberBounds bounds;
    private final int fraction;
    private final int padded;
    private final boolean comma;
    private final int maxLength;

    DecimalEncoder(Facets facets) {
        this.bounds = new NumberBounds(facets);
        this.fraction = facets.fraction();
        this.padded = facets.scale();
        this.comma = facets.decimalComma();
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
        if (unscaled == NumberBounds.NONE || !bounds.holds(decimal, unscaled)) {
            return false;
        }
        if (scale < padded) {
            int places = padded - scale;
            if (padded > 18 || ByteText.digitsOf(Math.abs(unscaled)) + places > 18) {
                return false;
            }
            unscaled *= ByteText.power(places);
            scale = padded;
        }
        out.clear();
        out.decimal(unscaled, scale, comma ? ',' : '.');
        if (comma && scale == 0) {
            return false;
        }
        return out.length() <= maxLength;
    }
}
