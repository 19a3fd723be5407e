package io.daybreak.jobs.sample;

/** How accounts of the sample behave: what they pay with, how much, at what hour. The day and the history share it. */
final class Spending {

    enum Method {
        CARD(32),
        TRANSFER(210),
        DIRECT_DEBIT(65),
        CASH(90),
        WIRE(2_400),
        CHEQUE(320),
        FEE(4.5);

        private final double medianBase;

        Method(double medianBase) {
            this.medianBase = medianBase;
        }
    }

    private static final Method[] METHODS = Method.values();
    private static final int[] WEEKDAY = Draw.cumulative(48, 27, 9, 7, 3, 1, 5);
    private static final int[] WEEKEND = Draw.cumulative(69, 17, 1, 10, 0, 0, 3);
    private static final int[] FIRM = Draw.cumulative(6, 56, 10, 5, 14, 4, 5);

    private static final int[] CONSUMER_HOURS =
            Draw.cumulative(3, 1, 1, 1, 2, 6, 16, 38, 56, 60, 64, 76, 88, 74, 66, 68, 80, 96, 90, 66, 44, 28, 16, 8);
    private static final int[] FIRM_HOURS =
            Draw.cumulative(1, 1, 2, 6, 12, 30, 44, 70, 110, 120, 112, 90, 60, 84, 98, 90, 64, 34, 16, 10, 6, 4, 2, 1);

    private static final double SKEW_ROOT = 0.2;

    private final boolean weekend;
    private final long transactions;
    private final Population population;
    private final double span;

    Spending(Population population, long transactions, boolean weekend) {
        this.population = population;
        this.transactions = transactions;
        this.weekend = weekend;
        span = StrictMath.pow(population.activeCount() + 1.0, SKEW_ROOT) - 1;
    }

    /**
     * Position among the active accounts by a Zipf law with exponent 0.8: the inverse of its continuous distribution,
     * {@code F(x) = (x^0.2 - 1) / (n^0.2 - 1)}.
     */
    int position(double uniform) {
        double root = uniform * span + 1;
        double square = root * root;
        return Math.min((int) (square * square * root) - 1, population.activeCount() - 1);
    }

    /** Bookings a day an account at that position makes when it is active. */
    double expectedCount(double position) {
        double share = StrictMath.pow(position + 2, SKEW_ROOT) - StrictMath.pow(position + 1, SKEW_ROOT);
        return 0.85 * transactions * share / span;
    }

    /** How an account's holder pays. */
    Method method(int account, Population.Type type, long key, int field) {
        Population.Product product = population.product(account);
        if (product == Population.Product.CARD) {
            return Method.CARD;
        }
        if (product == Population.Product.SAVINGS) {
            return Method.TRANSFER;
        }
        int[] weights = firm(type) ? FIRM : weekend ? WEEKEND : WEEKDAY;
        return METHODS[Draw.pick(key, field, weights)];
    }

    static boolean firm(Population.Type type) {
        return type == Population.Type.CORPORATE || type == Population.Type.FINANCIAL;
    }

    /** An amount in the base currency. */
    double amountBase(int account, Population.Type type, Method method, long key, int field) {
        double scale = switch (type) {
            case INDIVIDUAL -> 1;
            case BUSINESS -> 3;
            case CORPORATE -> 20;
            case FINANCIAL -> 90;
        };
        if (method == Method.CARD || method == Method.FEE) {
            scale = Math.min(scale, 3);
        }
        double habit = 0.35 * Draw.bell(population.account(account), 30);
        return method.medianBase * scale * StrictMath.exp(habit + 0.75 * Draw.bell(key, field));
    }

    static int hour(Population.Type type, long key, int field) {
        return Draw.pick(key, field, firm(type) ? FIRM_HOURS : CONSUMER_HOURS);
    }
}
