package io.daybreak.risk.creditrisk;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Risk weights by the internal ratings-based formulas.
 *
 * <p>Definition (CRE31.5): {@code K = LGD (N((G(PD) + sqrt(R) G(0.999)) / sqrt(1 - R)) - PD) (1 + (M - 2.5) b) / (1 - 1.5 b)},
 * {@code b = (0.11852 - 0.05478 ln PD)^2}, risk weight {@code 12.5 K}; the maturity term applies to corporates, banks
 * and sovereigns only. Basel III has no 1.06 scaling factor; a jurisdiction that keeps one passes it in.
 *
 * <p>Accuracy: that of the normal quantile, 1e-9 relative.
 */
public final class InternalRatings {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0.0, 1.0);
    private static final double QUANTILE_999 = NORMAL.inverseCumulativeProbability(0.999);

    private InternalRatings() {}

    /** Asset classes, each with its correlation rule. */
    public enum AssetClass {
        /** CRE31.5: corporate, sovereign and bank. */
        CORPORATE,
        /** CRE31.7: the same, regulated financial of at least USD 100bn or unregulated: correlation times 1.25. */
        FINANCIAL,
        /** CRE31.11: high-volatility commercial real estate. */
        HIGH_VOLATILITY_REAL_ESTATE,
        /** CRE31.14. */
        RESIDENTIAL_MORTGAGE,
        /** CRE31.15: qualifying revolving retail. */
        REVOLVING_RETAIL,
        /** CRE31.16. */
        OTHER_RETAIL
    }

    /**
     * Inputs of the formula for one exposure.
     *
     * @param pd one-year probability of default; floors of CRE32 are the caller's (see {@link #flooredPd})
     * @param maturityYears effective maturity, read for non-retail only
     * @param annualSalesEurMillions of a corporate, for the size adjustment of CRE31.8; 50 or more means none
     */
    public record Parameters(
            AssetClass assetClass, double pd, double lgd, double maturityYears, double annualSalesEurMillions) {
        public Parameters {
            Refuse.outside("pd", pd, 0.0, 1.0);
            Refuse.outside("lgd", lgd, 0.0, 1.0);
            Refuse.outside("maturityYears", maturityYears, 0.0, 100.0);
            Refuse.negative("annualSalesEurMillions", annualSalesEurMillions);
        }

        /** Retail: no maturity, no size. */
        public static Parameters retail(AssetClass assetClass, double pd, double lgd) {
            return new Parameters(assetClass, pd, lgd, 2.5, 50.0);
        }
    }

    /** Asset correlation R. */
    public static double correlation(Parameters p) {
        return switch (p.assetClass()) {
            case CORPORATE -> between(p.pd(), 0.12, 0.24, 50.0) - sizeAdjustment(p);
            case FINANCIAL -> 1.25 * (between(p.pd(), 0.12, 0.24, 50.0) - sizeAdjustment(p));
            case HIGH_VOLATILITY_REAL_ESTATE -> between(p.pd(), 0.12, 0.30, 50.0);
            case RESIDENTIAL_MORTGAGE -> 0.15;
            case REVOLVING_RETAIL -> 0.04;
            case OTHER_RETAIL -> between(p.pd(), 0.03, 0.16, 35.0);
        };
    }

    /** Capital requirement K, a share of exposure at default. A PD of one has K zero here: CRE31.3 uses the best-estimate loss. */
    public static double capitalRequirement(Parameters p) {
        if (p.pd() == 0.0 || p.pd() == 1.0) {
            throw new RefusedInputException("pd is " + p.pd()
                    + "; the formula needs a value strictly between 0 and 1, defaulted exposures use CRE31.3");
        }
        double r = correlation(p);
        double stressed = NORMAL.cumulativeProbability(
                (NORMAL.inverseCumulativeProbability(p.pd()) + Math.sqrt(r) * QUANTILE_999) / Math.sqrt(1.0 - r));
        return p.lgd() * (stressed - p.pd()) * maturityFactor(p);
    }

    /** Risk weight as a ratio: 1.0 is 100 %. */
    public static double riskWeight(Parameters p) {
        return 12.5 * capitalRequirement(p);
    }

    /** Defaulted exposures (CRE31.3): {@code K = max(0, LGD - best estimate of expected loss)}. */
    public static double defaultedCapitalRequirement(double lgd, double bestEstimateLoss) {
        Refuse.outside("lgd", lgd, 0.0, 1.0);
        Refuse.outside("bestEstimateLoss", bestEstimateLoss, 0.0, 1.0);
        return Math.max(0.0, lgd - bestEstimateLoss);
    }

    /** Expected loss as a share of exposure (CRE35.2): {@code PD LGD}. */
    public static double expectedLoss(Parameters p) {
        return p.pd() * p.lgd();
    }

    /** PD after the input floors of CRE32.4 and CRE32.58: 0.05 %, and 0.1 % for revolvers. */
    public static double flooredPd(double pd, boolean revolver) {
        return Math.max(Refuse.outside("pd", pd, 0.0, 1.0), revolver ? 0.001 : 0.0005);
    }

    private static double maturityFactor(Parameters p) {
        return switch (p.assetClass()) {
            case CORPORATE, FINANCIAL, HIGH_VOLATILITY_REAL_ESTATE -> {
                double root = 0.11852 - 0.05478 * Math.log(p.pd());
                double b = root * root;
                double maturity = Math.max(1.0, Math.min(5.0, p.maturityYears()));
                yield (1.0 + (maturity - 2.5) * b) / (1.0 - 1.5 * b);
            }
            case RESIDENTIAL_MORTGAGE, REVOLVING_RETAIL, OTHER_RETAIL -> 1.0;
        };
    }

    private static double sizeAdjustment(Parameters p) {
        double sales = Math.max(5.0, Math.min(50.0, p.annualSalesEurMillions()));
        return 0.04 * (1.0 - (sales - 5.0) / 45.0);
    }

    private static double between(double pd, double low, double high, double decay) {
        double share = (1.0 - Math.exp(-decay * pd)) / (1.0 - Math.exp(-decay));
        return low * share + high * (1.0 - share);
    }
}
