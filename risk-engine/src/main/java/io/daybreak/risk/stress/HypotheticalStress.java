package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.scenario.RiskClass;
import java.io.Serializable;
import java.util.List;

/**
 * A hypothetical scenario as declared parameters: a name, what it stands for, and its shocks.
 *
 * <p>{@link #standard} is a model of a bank's usual set, not a supervisor's; sizes are round numbers in the range of
 * past crises, and the rate shocks follow the shape of the six of SRP31 (parallel, steepener, flattener).
 */
public record HypotheticalStress(String name, String description, List<Shock> shocks) implements Serializable {
    public HypotheticalStress {
        Refuse.blank("stress name", name);
        Refuse.fewerThan("number of shocks of " + name, shocks.size(), 1);
        shocks = List.copyOf(shocks);
    }

    /** Eight scenarios over all risk classes; rates and spreads in decimals, vols in decimals. */
    public static List<HypotheticalStress> standard() {
        double any = Double.POSITIVE_INFINITY;
        Shock up = Shock.added(RiskClass.INTEREST_RATE, 0.02);
        return List.of(
                new HypotheticalStress("rates-up-200bp", "All rates rise by two percentage points", List.of(up)),
                new HypotheticalStress(
                        "rates-down-200bp",
                        "All rates fall by two percentage points",
                        List.of(Shock.added(RiskClass.INTEREST_RATE, -0.02))),
                new HypotheticalStress(
                        "curve-steepener",
                        "Rates below two years fall by one point, from ten years rise by one",
                        List.of(
                                Shock.added(RiskClass.INTEREST_RATE, -0.01).forTenors(0.0, 2.0),
                                Shock.added(RiskClass.INTEREST_RATE, 0.01).forTenors(10.0, any))),
                new HypotheticalStress(
                        "curve-flattener",
                        "Rates below two years rise by two points, from ten years fall by half a point",
                        List.of(
                                Shock.added(RiskClass.INTEREST_RATE, 0.02).forTenors(0.0, 2.0),
                                Shock.added(RiskClass.INTEREST_RATE, -0.005).forTenors(10.0, any))),
                new HypotheticalStress(
                        "equity-crash",
                        "Equities lose thirty percent, vols rise by twenty points, spreads widen by one point",
                        List.of(
                                Shock.share(RiskClass.EQUITY, -0.30),
                                Shock.added(RiskClass.VOLATILITY, 0.20),
                                Shock.added(RiskClass.CREDIT_SPREAD, 0.01))),
                new HypotheticalStress(
                        "currency-shock",
                        "Every quoted currency loses fifteen percent",
                        List.of(Shock.share(RiskClass.FX, -0.15))),
                new HypotheticalStress(
                        "commodity-slump",
                        "Commodities lose forty percent of their price",
                        List.of(Shock.share(RiskClass.COMMODITY, -0.40))),
                new HypotheticalStress(
                        "stagflation",
                        "Rates rise by three points, equities lose a quarter, commodities gain forty percent,"
                                + " spreads widen by two points, vols rise by fifteen",
                        List.of(
                                Shock.added(RiskClass.INTEREST_RATE, 0.03),
                                Shock.share(RiskClass.EQUITY, -0.25),
                                Shock.share(RiskClass.COMMODITY, 0.40),
                                Shock.added(RiskClass.CREDIT_SPREAD, 0.02),
                                Shock.added(RiskClass.VOLATILITY, 0.15))));
    }
}
