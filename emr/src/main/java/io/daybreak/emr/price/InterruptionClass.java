package io.daybreak.emr.price;

/** Spot Advisor's frequency of interruption, a band of percent over its trailing month. */
public enum InterruptionClass {
    UNDER_5(0.05),
    FROM_5_TO_10(0.10),
    FROM_10_TO_15(0.15),
    FROM_15_TO_20(0.20),
    /** Open above; 30 % stands for the open end. */
    OVER_20(0.30);

    private final double upperProbability;

    InterruptionClass(double upperProbability) {
        this.upperProbability = upperProbability;
    }

    /** Upper end of the band as a probability per trailing month. */
    public double upperProbability() {
        return upperProbability;
    }
}
