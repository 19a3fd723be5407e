package io.daybreak.risk.marketrisk;

/** The three correlation scenarios of MAR21.6; the one with the greatest total of the portfolio counts (MAR21.7). */
public enum CorrelationScenario {
    LOW,
    MEDIUM,
    HIGH;

    /** A correlation under this scenario: high {@code min(1.25 x, 1)}, low {@code max(2 x - 1, 0.75 x)}. */
    public double of(double correlation) {
        return switch (this) {
            case LOW -> Math.max(2.0 * correlation - 1.0, 0.75 * correlation);
            case MEDIUM -> correlation;
            case HIGH -> Math.min(1.25 * correlation, 1.0);
        };
    }
}
