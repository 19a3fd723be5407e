package io.daybreak.emr.simulate;

import io.daybreak.emr.night.Refusal;

/**
 * A triangular distribution.
 *
 * @param least smallest value
 * @param likely mode
 * @param most largest value
 */
public record Triangle(double least, double likely, double most) {

    public Triangle {
        if (!(least <= likely && likely <= most) || least < 0) {
            throw Refusal.configuration(
                    "a triangle needs 0 <= least <= likely <= most, got " + least + ", " + likely + ", " + most);
        }
    }

    /** The value below which a share {@code u} in [0, 1) lies. */
    double quantile(double u) {
        if (most == least) {
            return least;
        }
        double cut = (likely - least) / (most - least);
        return u < cut
                ? least + Math.sqrt(u * (most - least) * (likely - least))
                : most - Math.sqrt((1 - u) * (most - least) * (most - likely));
    }
}
