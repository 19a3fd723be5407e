package io.daybreak.risk;

/** The checks every public entry shares; each names the value and the bound it broke. */
public final class Refuse {
    private Refuse() {}

    /** Returns {@code value}; refuses NaN and infinities. */
    public static double nonFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new RefusedInputException(name + " is " + value + "; it must be a finite number");
        }
        return value;
    }

    /** Returns {@code value}; refuses anything not in the closed interval, NaN included. */
    public static double outside(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new RefusedInputException(name + " is " + value + "; it must lie in [" + low + ", " + high + "]");
        }
        return value;
    }

    /** Returns {@code value}; refuses zero, negative values, NaN and infinities. */
    public static double nonPositive(String name, double value) {
        if (!(value > 0.0) || Double.isInfinite(value)) {
            throw new RefusedInputException(name + " is " + value + "; it must be positive and finite");
        }
        return value;
    }

    /** Returns {@code value}; refuses negative values, NaN and infinities. */
    public static double negative(String name, double value) {
        if (!(value >= 0.0) || Double.isInfinite(value)) {
            throw new RefusedInputException(name + " is " + value + "; it must be zero or positive, and finite");
        }
        return value;
    }

    /** Returns {@code value}; refuses a count below {@code minimum}. */
    public static int fewerThan(String name, int value, int minimum) {
        if (value < minimum) {
            throw new RefusedInputException(name + " is " + value + "; at least " + minimum + " is needed");
        }
        return value;
    }

    /** Refuses two things that must be equally long and are not. */
    public static void differentLength(String name, int actual, int expected) {
        if (actual != expected) {
            throw new RefusedInputException(name + " has " + actual + " entries; " + expected + " are needed");
        }
    }

    /** Returns {@code value}; refuses an empty or blank identifier. */
    public static String blank(String name, String value) {
        if (value.isBlank()) {
            throw new RefusedInputException(name + " is blank; an identifier is needed");
        }
        return value;
    }

    /** Refuses an array that holds NaN or an infinity, naming the first such place. */
    public static void nonFiniteIn(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new RefusedInputException(
                        name + "[" + i + "] is " + values[i] + "; every entry must be a finite number");
            }
        }
    }
}
