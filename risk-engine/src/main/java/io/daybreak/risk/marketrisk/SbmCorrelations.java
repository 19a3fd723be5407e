package io.daybreak.risk.marketrisk;

/** Correlations between risk factors of a bucket and between buckets, medium scenario (MAR21.45 to MAR21.95). */
final class SbmCorrelations {
    private static final double BASIS = 0.999;

    private SbmCorrelations() {}

    /** Within a bucket, for delta. */
    static double delta(SbmFactor k, SbmFactor l) {
        return switch (k.riskClass()) {
            case GIRR -> girr(k, l);
            case CSR_NON_SECURITISATION ->
                name(k, l, k.bucketNumber() >= 17 ? 0.80 : 0.35) * tenor(k, l, 0.65) * basis(k, l, BASIS);
            case CSR_CORRELATION_TRADING -> name(k, l, 0.35) * tenor(k, l, 0.65) * basis(k, l, 0.99);
            case CSR_SECURITISATION -> name(k, l, 0.40) * tenor(k, l, 0.80) * basis(k, l, BASIS);
            case EQUITY -> equity(k, l);
            case COMMODITY ->
                name(k, l, SbmTables.commodityCorrelation(k.bucketNumber())) * tenor(k, l, 0.99) * basis(k, l, BASIS);
            case FX -> 1.0;
        };
    }

    /** Within a bucket, for vega: option maturities, then underlying maturities for GIRR and names elsewhere (MAR21.93, 94). */
    static double vega(SbmFactor k, SbmFactor l) {
        double option = decaying(0.01, k.optionYears(), l.optionYears());
        double rest = switch (k.riskClass()) {
            case GIRR -> decaying(0.01, k.tenorYears(), l.tenorYears());
            case CSR_NON_SECURITISATION, CSR_CORRELATION_TRADING, CSR_SECURITISATION, EQUITY, COMMODITY ->
                nameOnly(k, l);
            case FX -> 1.0;
        };
        return Math.min(option * rest, 1.0);
    }

    /** Within a bucket, for curvature: the square of the delta correlation of the names (MAR21.100). */
    static double curvature(SbmFactor k, SbmFactor l) {
        double rho = switch (k.riskClass()) {
            case GIRR, FX -> 1.0;
            case CSR_NON_SECURITISATION, CSR_CORRELATION_TRADING, CSR_SECURITISATION, EQUITY, COMMODITY ->
                nameOnly(k, l);
        };
        return rho * rho;
    }

    /** Between buckets, for delta and vega; curvature takes the square. */
    static double between(SbmClass riskClass, String b, String c) {
        return switch (riskClass) {
            case GIRR -> 0.5;
            case FX -> 0.6;
            case CSR_NON_SECURITISATION, CSR_CORRELATION_TRADING ->
                SbmTables.csrGamma(Integer.parseInt(b), Integer.parseInt(c));
            case CSR_SECURITISATION -> 0.0;
            case EQUITY -> equityGamma(Integer.parseInt(b), Integer.parseInt(c));
            case COMMODITY -> b.equals("11") || c.equals("11") ? 0.0 : 0.2;
        };
    }

    private static double girr(SbmFactor k, SbmFactor l) {
        if (k.kind() == SbmFactor.Kind.CROSS_CURRENCY_BASIS || l.kind() == SbmFactor.Kind.CROSS_CURRENCY_BASIS) {
            return k.equals(l) ? 1.0 : 0.0;
        }
        if (k.kind() == SbmFactor.Kind.INFLATION || l.kind() == SbmFactor.Kind.INFLATION) {
            return k.kind() == l.kind() ? 1.0 : 0.4;
        }
        double curve = k.name().equals(l.name()) ? 1.0 : BASIS;
        return curve * Math.max(decaying(0.03, k.tenorYears(), l.tenorYears()), 0.4);
    }

    private static double equity(SbmFactor k, SbmFactor l) {
        double names = name(k, l, SbmTables.equityCorrelation(k.bucketNumber()));
        return k.kind() == l.kind() ? names : names * BASIS;
    }

    private static double nameOnly(SbmFactor k, SbmFactor l) {
        return switch (k.riskClass()) {
            case CSR_NON_SECURITISATION -> name(k, l, k.bucketNumber() >= 17 ? 0.80 : 0.35);
            case CSR_CORRELATION_TRADING -> name(k, l, 0.35);
            case CSR_SECURITISATION -> name(k, l, 0.40);
            case EQUITY -> name(k, l, SbmTables.equityCorrelation(k.bucketNumber()));
            case COMMODITY -> name(k, l, SbmTables.commodityCorrelation(k.bucketNumber()));
            case GIRR, FX -> 1.0;
        };
    }

    private static double equityGamma(int b, int c) {
        if (b == 11 || c == 11) {
            return 0.0;
        }
        boolean firstIsIndex = b >= 12;
        boolean secondIsIndex = c >= 12;
        if (firstIsIndex && secondIsIndex) {
            return 0.75;
        }
        return firstIsIndex || secondIsIndex ? 0.45 : 0.15;
    }

    private static double name(SbmFactor k, SbmFactor l, double different) {
        return k.name().equals(l.name()) ? 1.0 : different;
    }

    private static double tenor(SbmFactor k, SbmFactor l, double different) {
        return k.tenorYears() == l.tenorYears() ? 1.0 : different;
    }

    private static double basis(SbmFactor k, SbmFactor l, double different) {
        return k.basis().equals(l.basis()) ? 1.0 : different;
    }

    private static double decaying(double rate, double a, double b) {
        return a == b ? 1.0 : Math.exp(-rate * Math.abs(a - b) / Math.min(a, b));
    }
}
