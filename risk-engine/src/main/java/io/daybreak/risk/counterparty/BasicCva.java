package io.daybreak.risk.counterparty;

import io.daybreak.risk.Refuse;
import java.util.List;

/**
 * Capital for credit valuation adjustment by the basic approach (MAR50.14 to MAR50.26).
 *
 * <p>Definition: stand-alone capital {@code SCVA = RW sum_NS M EAD DF / 1.4}, {@code DF = (1 - exp(-0.05 M)) / (0.05 M)};
 * {@code K_reduced = sqrt((0.5 sum SCVA)^2 + 0.75 sum SCVA^2)}. With eligible hedges {@code K_full = 0.25 K_reduced + 0.75 K_hedged},
 * {@code K_hedged = sqrt((0.5 sum (SCVA - SNH) - IH)^2 + 0.75 sum (SCVA - SNH)^2 + sum HMA)}. The requirement is 0.65 K.
 *
 * @param reduced K_reduced
 * @param hedged K_hedged; equal to K_reduced without hedges
 * @param capital 0.65 times K_full, or K_reduced without hedges
 */
public record BasicCva(double reduced, double hedged, double capital) {
    private static final double RHO = 0.5;
    private static final double BETA = 0.25;
    /** Discount scalar of MAR50.14. */
    private static final double SCALAR = 0.65;

    /** Sectors of MAR50.16, Table 1, with risk weights for investment grade and for high yield or unrated. */
    public enum Sector {
        SOVEREIGN(0.005, 0.02),
        LOCAL_GOVERNMENT(0.01, 0.04),
        FINANCIAL(0.05, 0.12),
        MATERIALS_ENERGY_INDUSTRIALS(0.03, 0.07),
        CONSUMER_TRANSPORT_SERVICES(0.03, 0.085),
        TECHNOLOGY_TELECOMMUNICATIONS(0.02, 0.055),
        HEALTH_UTILITIES_PROFESSIONAL(0.015, 0.05),
        OTHER(0.05, 0.12);

        private final double investmentGrade;
        private final double highYield;

        Sector(double investmentGrade, double highYield) {
            this.investmentGrade = investmentGrade;
            this.highYield = highYield;
        }

        public double riskWeight(boolean isInvestmentGrade) {
            return isInvestmentGrade ? investmentGrade : highYield;
        }
    }

    /**
     * A netting set: exposure at default and effective maturity, which has no five-year cap here (MAR50.15).
     *
     * @param discounted whether to apply DF; false where the exposure comes from an internal model
     */
    public record Exposure(double exposureAtDefault, double maturityYears, boolean discounted) {
        public Exposure {
            Refuse.negative("exposureAtDefault", exposureAtDefault);
            Refuse.nonPositive("maturityYears", maturityYears);
        }

        double weighted() {
            double discount = discounted ? (1.0 - Math.exp(-0.05 * maturityYears)) / (0.05 * maturityYears) : 1.0;
            return maturityYears * exposureAtDefault * discount;
        }
    }

    /**
     * A single-name hedge.
     *
     * @param correlation between hedge and counterparty: 1 direct, 0.8 legally related, 0.5 same sector and region
     */
    public record SingleNameHedge(double riskWeight, double maturityYears, double notional, double correlation) {
        public SingleNameHedge {
            Refuse.outside("hedge correlation", correlation, 0.5, 1.0);
            Refuse.nonPositive("maturityYears", maturityYears);
        }

        double strength() {
            return riskWeight * hedgeAmount(maturityYears, notional);
        }
    }

    /** An index hedge; its weight is that of its constituents times 0.7 (MAR50.24). */
    public record IndexHedge(double riskWeight, double maturityYears, double notional) {
        public IndexHedge {
            Refuse.nonPositive("maturityYears", maturityYears);
        }

        double strength() {
            return riskWeight * hedgeAmount(maturityYears, notional);
        }
    }

    /** A counterparty with its netting sets and the single-name hedges bought against it. */
    public record Counterparty(String id, double riskWeight, List<Exposure> exposures, List<SingleNameHedge> hedges) {
        public Counterparty {
            Refuse.nonPositive("risk weight of " + id, riskWeight);
            exposures = List.copyOf(exposures);
            hedges = List.copyOf(hedges);
        }

        /** Stand-alone capital SCVA. */
        public double standAlone() {
            double sum = 0.0;
            for (Exposure exposure : exposures) {
                sum += exposure.weighted();
            }
            return riskWeight * sum / NettingSet.ALPHA;
        }

        double hedged() {
            double sum = 0.0;
            for (SingleNameHedge hedge : hedges) {
                sum += hedge.correlation() * hedge.strength();
            }
            return sum;
        }

        double misalignment() {
            double sum = 0.0;
            for (SingleNameHedge hedge : hedges) {
                double strength = hedge.strength();
                sum += (1.0 - hedge.correlation() * hedge.correlation()) * strength * strength;
            }
            return sum;
        }
    }

    private static double hedgeAmount(double maturityYears, double notional) {
        return maturityYears * notional * (1.0 - Math.exp(-0.05 * maturityYears)) / (0.05 * maturityYears);
    }

    public static BasicCva of(List<Counterparty> counterparties, List<IndexHedge> indexHedges) {
        double sum = 0.0;
        double squares = 0.0;
        double net = 0.0;
        double netSquares = 0.0;
        double misalignment = 0.0;
        boolean anyHedge = !indexHedges.isEmpty();
        for (Counterparty counterparty : counterparties) {
            double alone = counterparty.standAlone();
            double rest = alone - counterparty.hedged();
            sum += alone;
            squares += alone * alone;
            net += rest;
            netSquares += rest * rest;
            misalignment += counterparty.misalignment();
            anyHedge |= !counterparty.hedges().isEmpty();
        }
        double index = 0.0;
        for (IndexHedge hedge : indexHedges) {
            index += hedge.strength();
        }
        double reduced = Math.sqrt(RHO * sum * RHO * sum + (1.0 - RHO * RHO) * squares);
        double systematic = RHO * net - index;
        double hedged = Math.sqrt(systematic * systematic + (1.0 - RHO * RHO) * netSquares + misalignment);
        double full = anyHedge ? BETA * reduced + (1.0 - BETA) * hedged : reduced;
        return new BasicCva(reduced, anyHedge ? hedged : reduced, SCALAR * full);
    }
}
