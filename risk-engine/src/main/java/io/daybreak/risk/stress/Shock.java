package io.daybreak.risk.stress;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import java.io.Serializable;

/**
 * One rule of a hypothetical scenario: which factors, and what happens to their level.
 *
 * @param riskClass factors of this class
 * @param group only this sub-group; empty for all
 * @param fromTenorYears only tenors from here, inclusive
 * @param toTenorYears only tenors up to here, exclusive; infinity for no bound
 * @param kind whether the size is added to the level or a share of it
 * @param size e.g. 0.02 for two percentage points added, -0.3 for thirty percent down
 */
public record Shock(
        RiskClass riskClass, String group, double fromTenorYears, double toTenorYears, Kind kind, double size)
        implements Serializable {
    /** How the size reads. */
    public enum Kind {
        ADDED_TO_LEVEL,
        SHARE_OF_LEVEL
    }

    public Shock {
        Refuse.nonFinite("shock size", size);
        if (kind == Kind.SHARE_OF_LEVEL && size <= -1.0) {
            throw new RefusedInputException(
                    "shock of " + riskClass + " takes " + -size + " of the level; less than 1 is needed");
        }
    }

    /** Adds {@code size} to the level of every factor of a class. */
    public static Shock added(RiskClass riskClass, double size) {
        return new Shock(riskClass, "", 0.0, Double.POSITIVE_INFINITY, Kind.ADDED_TO_LEVEL, size);
    }

    /** Moves the level of every factor of a class by a share of it. */
    public static Shock share(RiskClass riskClass, double size) {
        return new Shock(riskClass, "", 0.0, Double.POSITIVE_INFINITY, Kind.SHARE_OF_LEVEL, size);
    }

    /** The same shock for one sub-group only. */
    public Shock inGroup(String onlyGroup) {
        return new Shock(riskClass, onlyGroup, fromTenorYears, toTenorYears, kind, size);
    }

    /** The same shock for tenors in {@code [from, to)} only. */
    public Shock forTenors(double from, double to) {
        return new Shock(riskClass, group, from, to, kind, size);
    }

    boolean appliesTo(RiskFactor factor) {
        return factor.riskClass() == riskClass
                && (group.isEmpty() || group.equals(factor.group()))
                && factor.tenorYears() >= fromTenorYears
                && factor.tenorYears() < toTenorYears;
    }

    double shockedLevel(double level) {
        return switch (kind) {
            case ADDED_TO_LEVEL -> level + size;
            case SHARE_OF_LEVEL -> level * (1.0 + size);
        };
    }
}
