package io.daybreak.risk.counterparty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Add-ons of SA-CCR (CRE52.55 to CRE52.71) with their steps.
 *
 * @param total over all asset classes
 * @param byAssetClass simple sum of the sets of each class
 * @param steps every intermediate figure by name, in the order of computation
 */
public record AddOn(double total, Map<AssetClass, Double> byAssetClass, List<Step> steps) {
    /** A named intermediate: effective notional of a set, add-on of an entity, systematic and idiosyncratic part. */
    public record Step(String name, double value) {}

    /** One trade's effective contribution {@code delta * d * MF}, weighed by the kind of its set. */
    private record Contribution(Trade trade, double amount) {}

    static AddOn of(List<Trade> trades, ToDoubleFunction<Trade> maturityFactor) {
        List<Step> steps = new ArrayList<>();
        Map<AssetClass, Double> totals = new LinkedHashMap<>();
        double total = 0.0;
        for (AssetClass assetClass : AssetClass.values()) {
            List<Contribution> mine = trades.stream()
                    .filter(trade -> trade.supervisory().assetClass() == assetClass)
                    .map(trade -> new Contribution(
                            trade, trade.delta() * trade.adjustedNotional() * maturityFactor.applyAsDouble(trade)))
                    .toList();
            if (mine.isEmpty()) {
                continue;
            }
            double sum = 0.0;
            for (Map.Entry<String, List<Contribution>> set :
                    grouped(mine, AddOn::setName).entrySet()) {
                double addOn = ofSet(assetClass, set.getKey(), set.getValue(), steps);
                steps.add(new Step("AddOn " + set.getKey(), addOn));
                sum += addOn;
            }
            totals.put(assetClass, sum);
            total += sum;
        }
        return new AddOn(total, Map.copyOf(totals), List.copyOf(steps));
    }

    /** The intermediate of this name. */
    public double step(String name) {
        for (Step step : steps) {
            if (step.name().equals(name)) {
                return step.value();
            }
        }
        throw new io.daybreak.risk.RefusedInputException("no step named " + name + " among " + steps);
    }

    private static String setName(Contribution contribution) {
        Trade trade = contribution.trade();
        String set = switch (trade.supervisory().assetClass()) {
            case INTEREST_RATE, FX, COMMODITY -> trade.hedgingSet();
            case CREDIT -> "credit";
            case EQUITY -> "equity";
        };
        return trade.kind() == Trade.Kind.STANDARD ? set : set + "/" + trade.kind() + "/" + trade.hedgingSet();
    }

    private static double ofSet(AssetClass assetClass, String set, List<Contribution> mine, List<Step> steps) {
        return switch (assetClass) {
            case INTEREST_RATE -> interestRate(set, mine, steps);
            case FX -> {
                double notional = sum(mine);
                steps.add(new Step("EffNot " + set, notional));
                yield Math.abs(notional) * factor(mine.get(0));
            }
            case CREDIT, EQUITY, COMMODITY -> oneFactor(set, mine, steps);
        };
    }

    /** CRE52.57 and 58: three maturity buckets, below one year, one to five, above. */
    private static double interestRate(String set, List<Contribution> mine, List<Step> steps) {
        double[] bucket = new double[3];
        for (Contribution contribution : mine) {
            double end = contribution.trade().endYears();
            bucket[end < 1.0 ? 0 : end <= 5.0 ? 1 : 2] += contribution.amount();
        }
        double square = bucket[0] * bucket[0]
                + bucket[1] * bucket[1]
                + bucket[2] * bucket[2]
                + 1.4 * bucket[0] * bucket[1]
                + 1.4 * bucket[1] * bucket[2]
                + 0.6 * bucket[0] * bucket[2];
        for (int b = 0; b < 3; b++) {
            steps.add(new Step("D " + set + " " + (b + 1), bucket[b]));
        }
        double notional = Math.sqrt(square);
        steps.add(new Step("EffNot " + set, notional));
        return notional * factor(mine.get(0));
    }

    /** CRE52.61 to 71: {@code sqrt((sum rho A)^2 + sum (1 - rho^2) A^2)} over entities or commodity types. */
    private static double oneFactor(String set, List<Contribution> mine, List<Step> steps) {
        double systematic = 0.0;
        double idiosyncratic = 0.0;
        for (Map.Entry<String, List<Contribution>> entity :
                grouped(mine, contribution -> contribution.trade().reference()).entrySet()) {
            double addOn = 0.0;
            for (Contribution contribution : entity.getValue()) {
                addOn += contribution.amount() * factor(contribution);
            }
            double rho = entity.getValue().get(0).trade().supervisory().correlation();
            steps.add(new Step("AddOn " + set + "/" + entity.getKey(), addOn));
            systematic += rho * addOn;
            idiosyncratic += (1.0 - rho * rho) * addOn * addOn;
        }
        steps.add(new Step("systematic " + set, systematic * systematic));
        steps.add(new Step("idiosyncratic " + set, idiosyncratic));
        return Math.sqrt(systematic * systematic + idiosyncratic);
    }

    private static double factor(Contribution contribution) {
        Trade trade = contribution.trade();
        return trade.supervisory().factor() * trade.kind().factorMultiple();
    }

    private static double sum(List<Contribution> contributions) {
        double sum = 0.0;
        for (Contribution contribution : contributions) {
            sum += contribution.amount();
        }
        return sum;
    }

    private static Map<String, List<Contribution>> grouped(
            List<Contribution> contributions, Function<Contribution, String> key) {
        Map<String, List<Contribution>> groups = new TreeMap<>();
        for (Contribution contribution : contributions) {
            groups.computeIfAbsent(key.apply(contribution), name -> new ArrayList<>())
                    .add(contribution);
        }
        return groups;
    }
}
