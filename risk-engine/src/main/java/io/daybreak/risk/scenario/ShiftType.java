package io.daybreak.risk.scenario;

import io.daybreak.risk.RefusedInputException;

/** How a factor moves from one level to the next. It is data, one per factor: a price that can go negative needs another than an index. */
public enum ShiftType {
    /** {@code move = to - from}: rates, spreads, volatilities in points. */
    ABSOLUTE,
    /** {@code move = to / from - 1}: simple return; levels must be positive. */
    RELATIVE,
    /** {@code move = ln(to / from)}: levels must be positive. */
    LOG,
    /** {@code move = ln((to + d) / (from + d))}: levels must exceed {@code -d}. */
    SHIFTED_LOG;

    /** The move that leads from one level to another. */
    public double move(double from, double to, double displacement) {
        return switch (this) {
            case ABSOLUTE -> to - from;
            case RELATIVE -> to / from - 1.0;
            case LOG -> StrictMath.log(to / from);
            case SHIFTED_LOG -> StrictMath.log((to + displacement) / (from + displacement));
        };
    }

    /** The level reached from another by a move; inverse of {@link #move}. */
    public double apply(double level, double move, double displacement) {
        return switch (this) {
            case ABSOLUTE -> level + move;
            case RELATIVE -> level * (1.0 + move);
            case LOG -> level * StrictMath.exp(move);
            case SHIFTED_LOG -> (level + displacement) * StrictMath.exp(move) - displacement;
        };
    }

    /** Derivative of the level by the move, at move zero: turns a sensitivity to the level into one to the move. */
    public double levelPerMove(double level, double displacement) {
        return switch (this) {
            case ABSOLUTE -> 1.0;
            case RELATIVE, LOG -> level;
            case SHIFTED_LOG -> level + displacement;
        };
    }

    /** Refuses a level this shift type cannot move from. */
    void check(String where, double level, double displacement) {
        double bound = switch (this) {
            case ABSOLUTE -> Double.NEGATIVE_INFINITY;
            case RELATIVE, LOG -> 0.0;
            case SHIFTED_LOG -> -displacement;
        };
        if (!(level > bound) || Double.isInfinite(level)) {
            throw new RefusedInputException(where + " is " + level + "; " + this + " moves need a finite level above "
                    + bound + "; declare the factor ABSOLUTE or SHIFTED_LOG, or correct the level");
        }
    }
}
