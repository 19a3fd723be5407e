package io.daybreak.risk.marketrisk;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Default risk charge (MAR22).
 *
 * <p>Non-securitisations: gross jump to default {@code max(LGD notional + P&L, 0)} long, {@code min(...)} short (MAR22.11);
 * scaled by maturity, at least three months (MAR22.15); netted within an obligor, a short against a long only if it
 * ranks equal or below (MAR22.19). Per bucket {@code max(sum RW long - HBR sum RW |short|, 0)} with the hedge benefit
 * ratio {@code HBR = long / (long + |short|)} of net, unweighted amounts (MAR22.23 to 25); buckets are added.
 */
public final class DefaultRiskCharge {
    private DefaultRiskCharge() {}

    /** Loss given default by what defaults (MAR22.12). */
    public enum Seniority {
        /** Ranked from the safest: covered bonds. */
        COVERED_BOND(0.25),
        SENIOR(0.75),
        NON_SENIOR(1.0),
        EQUITY(1.0);

        private final double lossGivenDefault;

        Seniority(double lossGivenDefault) {
            this.lossGivenDefault = lossGivenDefault;
        }

        public double lossGivenDefault() {
            return lossGivenDefault;
        }
    }

    /** Credit quality and its default risk weight (MAR22.24, Table 2). */
    public enum Quality {
        AAA(0.005),
        AA(0.02),
        A(0.03),
        BBB(0.06),
        BB(0.15),
        B(0.30),
        CCC(0.50),
        UNRATED(0.15),
        DEFAULTED(1.0);

        private final double riskWeight;

        Quality(double riskWeight) {
            this.riskWeight = riskWeight;
        }

        public double riskWeight() {
            return riskWeight;
        }
    }

    /** Buckets of non-securitisations (MAR22.22). */
    public enum Bucket {
        CORPORATE,
        SOVEREIGN,
        LOCAL_GOVERNMENT
    }

    /**
     * One position in an obligor.
     *
     * @param notional positive long, negative short
     * @param pnl market value less notional: cumulative gain already taken, with its sign
     * @param maturityYears residual maturity; equity may be taken as three months or one year (MAR22.16)
     */
    public record Position(
            String obligor,
            Bucket bucket,
            Quality quality,
            Seniority seniority,
            double notional,
            double pnl,
            double maturityYears) {
        public Position {
            Refuse.blank("obligor", obligor);
            Refuse.nonFinite("notional of " + obligor, notional);
            Refuse.nonFinite("P&L of " + obligor, pnl);
            Refuse.negative("maturityYears of " + obligor, maturityYears);
        }

        /**
         * A position whose gross jump to default is known: options, or instruments whose price does not depend on the
         * recovery, where the loss given default is not applied (MAR22.12, MAR22.14).
         *
         * @param jumpToDefault positive long, negative short
         */
        public static Position ofGrossJumpToDefault(
                String obligor,
                Bucket bucket,
                Quality quality,
                Seniority seniority,
                double jumpToDefault,
                double maturityYears) {
            double recovered = (1.0 - seniority.lossGivenDefault()) * jumpToDefault;
            return new Position(obligor, bucket, quality, seniority, jumpToDefault, recovered, maturityYears);
        }

        /** Gross jump to default: positive for a long, negative for a short position. */
        public double grossJumpToDefault() {
            double loss = seniority.lossGivenDefault() * notional + pnl;
            return notional >= 0.0 ? Math.max(loss, 0.0) : Math.min(loss, 0.0);
        }

        /** Gross jump to default scaled by {@code min(max(maturity, 0.25), 1)}. */
        public double scaledJumpToDefault() {
            return grossJumpToDefault() * Math.min(Math.max(maturityYears, 0.25), 1.0);
        }
    }

    /** Net position in an obligor after offsetting. */
    public record Net(String obligor, Bucket bucket, Quality quality, double longAmount, double shortAmount) {}

    /**
     * Charge of one bucket with the steps to it.
     *
     * @param hedgeBenefit HBR; one where there are no shorts
     * @param capital of the bucket
     */
    public record BucketCharge(
            String bucket, double longWeighted, double shortWeighted, double hedgeBenefit, double capital) {}

    /**
     * Charge of a portfolio.
     *
     * @param capital sum over the buckets
     */
    public record Result(double capital, List<BucketCharge> buckets, List<Net> nets) {}

    public static Result nonSecuritisation(List<Position> positions) {
        Map<String, List<Position>> byObligor = new TreeMap<>();
        for (Position position : positions) {
            byObligor
                    .computeIfAbsent(position.obligor(), name -> new ArrayList<>())
                    .add(position);
        }
        List<Net> nets = new ArrayList<>();
        byObligor.forEach((obligor, mine) -> nets.add(net(obligor, mine)));
        List<BucketCharge> charges = new ArrayList<>();
        double total = 0.0;
        for (Bucket bucket : Bucket.values()) {
            List<Weighted> weighted = nets.stream()
                    .filter(net -> net.bucket() == bucket)
                    .map(net -> new Weighted(
                            net.longAmount(), net.shortAmount(), net.quality().riskWeight()))
                    .toList();
            if (!weighted.isEmpty()) {
                BucketCharge charge = charge(bucket.name(), weighted, benefit(weighted), true);
                charges.add(charge);
                total += charge.capital();
            }
        }
        return new Result(total, List.copyOf(charges), List.copyOf(nets));
    }

    /** A net securitisation position: its bucket, its net jump to default (short negative), its banking book weight. */
    public record Securitisation(String bucket, double netJumpToDefault, double riskWeight) {
        public Securitisation {
            Refuse.nonFinite("netJumpToDefault", netJumpToDefault);
            Refuse.outside("riskWeight", riskWeight, 0.0, 12.5);
        }
    }

    /** Securitisations outside the correlation trading portfolio (MAR22.27 to 35): as above, weights per position. */
    public static Result securitisation(List<Securitisation> positions) {
        List<BucketCharge> charges = new ArrayList<>();
        double total = 0.0;
        for (Map.Entry<String, List<Weighted>> entry : weighted(positions).entrySet()) {
            BucketCharge charge = charge(entry.getKey(), entry.getValue(), benefit(entry.getValue()), true);
            charges.add(charge);
            total += charge.capital();
        }
        return new Result(total, List.copyOf(charges), List.of());
    }

    /**
     * The correlation trading portfolio (MAR22.36 to 45): one hedge benefit ratio for the whole portfolio, no floor per
     * bucket, {@code max(sum (max(DRC_b, 0) + 0.5 min(DRC_b, 0)), 0)} across.
     */
    public static Result correlationTrading(List<Securitisation> positions) {
        Map<String, List<Weighted>> byBucket = weighted(positions);
        List<Weighted> all = byBucket.values().stream().flatMap(List::stream).toList();
        double benefit = benefit(all);
        List<BucketCharge> charges = new ArrayList<>();
        double total = 0.0;
        for (Map.Entry<String, List<Weighted>> entry : byBucket.entrySet()) {
            BucketCharge charge = charge(entry.getKey(), entry.getValue(), benefit, false);
            charges.add(charge);
            total += Math.max(charge.capital(), 0.0) + 0.5 * Math.min(charge.capital(), 0.0);
        }
        return new Result(Math.max(total, 0.0), List.copyOf(charges), List.of());
    }

    private record Weighted(double longAmount, double shortAmount, double riskWeight) {}

    private static Map<String, List<Weighted>> weighted(List<Securitisation> positions) {
        Map<String, List<Weighted>> byBucket = new TreeMap<>();
        for (Securitisation position : positions) {
            double amount = position.netJumpToDefault();
            byBucket.computeIfAbsent(position.bucket(), bucket -> new ArrayList<>())
                    .add(new Weighted(Math.max(amount, 0.0), Math.max(-amount, 0.0), position.riskWeight()));
        }
        return byBucket;
    }

    private static double benefit(List<Weighted> nets) {
        double longs = 0.0;
        double shorts = 0.0;
        for (Weighted net : nets) {
            longs += net.longAmount();
            shorts += net.shortAmount();
        }
        return longs + shorts == 0.0 ? 1.0 : longs / (longs + shorts);
    }

    private static BucketCharge charge(String bucket, List<Weighted> nets, double benefit, boolean floored) {
        double longs = 0.0;
        double shorts = 0.0;
        for (Weighted net : nets) {
            longs += net.riskWeight() * net.longAmount();
            shorts += net.riskWeight() * net.shortAmount();
        }
        double capital = longs - benefit * shorts;
        return new BucketCharge(bucket, longs, shorts, benefit, floored ? Math.max(capital, 0.0) : capital);
    }

    /** Offsets shorts against longs of equal or higher rank, the most junior shorts against the most junior longs first. */
    private static Net net(String obligor, List<Position> positions) {
        Position first = positions.get(0);
        Map<Seniority, Double> longs = new LinkedHashMap<>();
        Map<Seniority, Double> shorts = new LinkedHashMap<>();
        List<Position> juniorFirst = new ArrayList<>(positions);
        juniorFirst.sort(Comparator.comparing(Position::seniority).reversed());
        for (Position position : juniorFirst) {
            if (position.bucket() != first.bucket() || position.quality() != first.quality()) {
                throw new RefusedInputException("obligor " + obligor + " appears as " + first.bucket() + " "
                        + first.quality() + " and as " + position.bucket() + " " + position.quality()
                        + "; an obligor has one bucket and one quality");
            }
            double amount = position.scaledJumpToDefault();
            (amount >= 0.0 ? longs : shorts).merge(position.seniority(), Math.abs(amount), Double::sum);
        }
        double netShort = 0.0;
        for (Map.Entry<Seniority, Double> entry : shorts.entrySet()) {
            double left = entry.getValue();
            for (Map.Entry<Seniority, Double> other : longs.entrySet()) {
                if (entry.getKey().compareTo(other.getKey()) >= 0) {
                    double offset = Math.min(left, other.getValue());
                    left -= offset;
                    other.setValue(other.getValue() - offset);
                }
            }
            netShort += left;
        }
        double netLong = 0.0;
        for (double amount : longs.values()) {
            netLong += amount;
        }
        return new Net(obligor, first.bucket(), first.quality(), netLong, netShort);
    }
}
