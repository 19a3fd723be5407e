package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * One thing in the market that moves.
 *
 * @param id unique within a factor set, e.g. {@code FX/EURUSD}, {@code IR/USD/10Y}
 * @param riskClass market it belongs to
 * @param group sub-group within the class that breakdowns and stresses select by: a currency, a region, a sector; may be empty
 * @param tenorYears maturity of a curve point in years, zero where the factor has none
 * @param shiftType how it moves
 * @param displacement added to the level under {@link ShiftType#SHIFTED_LOG}; zero otherwise
 */
public record RiskFactor(
        String id, RiskClass riskClass, String group, double tenorYears, ShiftType shiftType, double displacement)
        implements Serializable {
    public RiskFactor {
        Refuse.blank("risk factor id", id);
        Refuse.negative("tenorYears of " + id, tenorYears);
        Refuse.nonFinite("displacement of " + id, displacement);
    }

    public static RiskFactor of(String id, RiskClass riskClass, ShiftType shiftType) {
        return new RiskFactor(id, riskClass, "", 0.0, shiftType, 0.0);
    }

    /** The level this factor reaches from {@code level} by {@code move}. */
    public double apply(double level, double move) {
        return shiftType.apply(level, move, displacement);
    }

    /** The move that leads this factor from one level to another. */
    public double move(double from, double to) {
        return shiftType.move(from, to, displacement);
    }

    /** Refuses a level this factor's shift type cannot move from. */
    public void checkLevel(String where, double level) {
        shiftType.check(id + " " + where, level, displacement);
    }
}
