package io.daybreak.risk.revalue;

import io.daybreak.risk.RefusedInputException;

/**
 * The one place where simulated money is rounded: to whole multiples of 1e-4 currency units, half to even.
 *
 * <p>Why: adding doubles in another order gives other last bits; adding whole numbers does not. Range: plus or minus
 * 4.6e14 currency units for one value, 9.2e14 for a sum in a long: room for gammas per squared unit and for currencies
 * with many noughts. Beyond 9.0e11 a double itself is coarser than a quantum; the sum stays exact all the same.
 */
public final class Quantum {
    /** Quanta in one currency unit. */
    public static final double PER_UNIT = 1e4;

    /** Adding and subtracting this rounds a double below 2^51 in size to a whole number, without a branch. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double QUICK = 0x1.0p51;

    private static final double LIMIT = 0x1.0p62;

    private Quantum() {}

    /** Whole quanta nearest to an amount in currency units. */
    public static long of(String what, double amount) {
        if (!holds(amount)) {
            throw new RefusedInputException(
                    what + " is " + amount + " currency units; its size must stay below " + LIMIT / PER_UNIT);
        }
        return rounded(amount);
    }

    /** Whether an amount is a number in range. */
    static boolean holds(double amount) {
        return Math.abs(amount * PER_UNIT) < LIMIT;
    }

    /** Whole quanta nearest to an amount known to be in range. */
    static long rounded(double amount) {
        return (long) Math.rint(amount * PER_UNIT);
    }

    /** Currency units of a number of quanta. */
    public static double toUnits(long quanta) {
        return quanta / PER_UNIT;
    }

    /** Adds {@code amounts} to {@code quanta}, each rounded on its own; refuses an amount out of range or NaN. */
    static void addRounded(double[] amounts, int length, long[] quanta, int offset) {
        double worst = 0.0;
        for (int i = 0; i < length; i++) {
            worst = Math.max(worst, Math.abs(amounts[i] * PER_UNIT));
        }
        if (!(worst < LIMIT)) {
            throw new RefusedInputException("a scenario P&L has size " + worst / PER_UNIT
                    + " currency units; it must be a number below " + LIMIT / PER_UNIT);
        }
        if (worst < QUICK) {
            for (int i = 0; i < length; i++) {
                quanta[offset + i] += (long) ((amounts[i] * PER_UNIT + ROUNDER) - ROUNDER);
            }
        } else {
            for (int i = 0; i < length; i++) {
                quanta[offset + i] = Math.addExact(quanta[offset + i], rounded(amounts[i]));
            }
        }
    }
}
