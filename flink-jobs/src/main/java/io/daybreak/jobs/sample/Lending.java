package io.daybreak.jobs.sample;

import org.jspecify.annotations.Nullable;

/**
 * The bank's credit exposures as pure functions of their number: to customers first, then one to every counterparty. A
 * retail borrower's default follows a logistic model of what a scorecard would see, so scoring has something to find:
 * {@code logit = -3.7 + 0.9 prior defaults + current account - 0.06 years employed + loan to value}.
 */
final class Lending {

    /**
     * One exposure; amounts in cents of euro.
     *
     * @param customer index of the borrowing customer, or -1
     * @param counterparty index of the borrowing counterparty, or -1
     * @param years residual maturity
     * @param loanToValue 0 where there is no property
     */
    record Exposure(
            long key,
            int customer,
            int counterparty,
            String exposureClass,
            String product,
            long drawn,
            long undrawn,
            long provision,
            double years,
            double interestRate,
            @Nullable String rating,
            int daysPastDue,
            double loanToValue,
            double originationPd,
            long income,
            int yearsEmployed,
            String checkingStatus,
            int priorDefaults) {}

    private static final String[] CHECKING = {"NONE", "NEGATIVE", "LOW", "HIGH"};
    private static final int[] CHECKING_SHARE = Draw.cumulative(25, 10, 38, 27);
    private static final double[] CHECKING_LOGIT = {0.2, 1.2, 0.3, -0.7};
    private static final int[] PRIOR_DEFAULTS = Draw.cumulative(86, 9, 4, 1);

    private final long key;
    private final Population population;
    private final Counterparties counterparties;
    private final int toCustomers;

    Lending(long seed, Population population, Counterparties counterparties) {
        key = Draw.table(seed, "exposures");
        this.population = population;
        this.counterparties = counterparties;
        toCustomers = population.firstReserved() * 3 / 10;
    }

    int count() {
        return toCustomers + counterparties.count();
    }

    Population population() {
        return population;
    }

    Counterparties counterparties() {
        return counterparties;
    }

    static String id(int number) {
        return Identifiers.numbered('E', number + 1L, 8);
    }

    Exposure at(int number) {
        long k = Draw.key(key, number);
        return number < toCustomers ? toCustomer(k, (int) (number * 10L / 3)) : toCounterparty(k, number - toCustomers);
    }

    private Exposure toCustomer(long k, int customer) {
        return switch (population.type(customer)) {
            case INDIVIDUAL -> retail(k, customer);
            case BUSINESS ->
                Draw.below(k, 0, 10) < 3
                        ? borrower(k, customer, "COMMERCIAL_REAL_ESTATE", "MORTGAGE", 900_000, 12)
                        : borrower(k, customer, "CORPORATE_SME", "TERM_LOAN", 250_000, 5);
            case CORPORATE -> borrower(k, customer, "CORPORATE", "REVOLVING", 4_000_000, 4);
            case FINANCIAL -> borrower(k, customer, "BANK", "TERM_LOAN", 6_000_000, 2);
        };
    }

    private Exposure retail(long k, int customer) {
        int hundred = Draw.below(k, 0, 100);
        if (hundred < 35) {
            return borrower(k, customer, "RESIDENTIAL_REAL_ESTATE", "MORTGAGE", 185_000, 18);
        }
        if (hundred < 62) {
            return borrower(k, customer, "RETAIL", "TERM_LOAN", 11_000, 4);
        }
        return borrower(k, customer, "RETAIL", hundred < 86 ? "REVOLVING" : "OVERDRAFT", 2_400, 2);
    }

    private Exposure borrower(long k, int customer, String type, String product, double median, int years) {
        int checking = Draw.pick(k, 1, CHECKING_SHARE);
        int prior = Draw.pick(k, 2, PRIOR_DEFAULTS);
        int employed = Draw.below(k, 3, 26);
        boolean property = product.equals("MORTGAGE");
        double loanToValue = property ? 0.35 + 0.6 * Draw.unit(k, 4) : 0;
        double known = -3.7 - 0.06 * employed + (property ? 2 * (loanToValue - 0.7) : 0.2);
        double logit = known + 0.9 * prior + CHECKING_LOGIT[checking];
        boolean defaulted = Draw.unit(k, 5) < logistic(logit);
        double stress = logistic(logit) * 3;
        int pastDue = defaulted
                ? 91 + Draw.below(k, 6, 300)
                : Draw.unit(k, 7) < stress * 0.3
                        ? 31 + Draw.below(k, 6, 59)
                        : Draw.unit(k, 7) < stress ? 1 + Draw.below(k, 6, 30) : 0;
        long drawn = Math.round(median * StrictMath.exp(0.6 * Draw.bell(k, 8)) * 100);
        boolean line = product.equals("REVOLVING") || product.equals("OVERDRAFT");
        long undrawn = line ? Math.round(drawn * (0.3 + 1.2 * Draw.unit(k, 9))) : 0;
        double income = population.type(customer) == Population.Type.INDIVIDUAL
                ? 36_000 * StrictMath.exp(0.35 * Draw.bell(k, 10) - 0.1 * prior)
                : median * 6 * StrictMath.exp(0.5 * Draw.bell(k, 10));
        double origination = logistic(known + 0.35 * Draw.bell(k, 11) + 0.4 * prior);
        return new Exposure(
                k,
                customer,
                -1,
                defaulted ? "DEFAULTED" : type,
                product,
                drawn,
                undrawn,
                defaulted ? Math.round(drawn * (0.2 + 0.4 * Draw.unit(k, 12))) : 0,
                0.2 + years * Draw.unit(k, 13) * 1.6,
                0.02 + 0.06 * logistic(logit) + 0.02 * Draw.unit(k, 14),
                null,
                pastDue,
                loanToValue,
                origination,
                Math.round(income * 100),
                employed,
                CHECKING[checking],
                prior);
    }

    private Exposure toCounterparty(long k, int counterparty) {
        String sector = counterparties.sector(counterparty);
        String rating = counterparties.rating(counterparty);
        return switch (sector) {
            case "SOVEREIGN", "CENTRAL_BANK" -> wholesale(k, counterparty, "SOVEREIGN", "BOND", 9_000_000, rating);
            case "PSE", "MDB" -> wholesale(k, counterparty, sector, "BOND", 5_000_000, rating);
            case "BANK" -> wholesale(k, counterparty, "BANK", "TERM_LOAN", 2_500_000, rating);
            case "FUND" -> wholesale(k, counterparty, "EQUITY", "BOND", 150_000, null);
            case "SME" -> wholesale(k, counterparty, "CORPORATE_SME", "TERM_LOAN", 400_000, rating);
            case "CORPORATE" -> {
                String[] products = {"TERM_LOAN", "REVOLVING", "GUARANTEE", "TRADE_FINANCE"};
                yield wholesale(k, counterparty, "CORPORATE", products[Draw.below(k, 0, 4)], 1_800_000, rating);
            }
            default -> wholesale(k, counterparty, "OTHER", "TERM_LOAN", 500_000, rating);
        };
    }

    private Exposure wholesale(
            long k, int counterparty, String type, String product, double median, @Nullable String rating) {
        double pd = pdOf(rating);
        boolean mayDefault = type.startsWith("CORPORATE");
        boolean defaulted = mayDefault && Draw.unit(k, 5) < pd;
        long amount = Math.round(median * StrictMath.exp(0.7 * Draw.bell(k, 8)) * 100);
        boolean offBalance = product.equals("GUARANTEE") || product.equals("TRADE_FINANCE");
        long drawn = offBalance ? 0 : amount;
        long undrawn = offBalance ? amount : product.equals("REVOLVING") ? amount / 2 : 0;
        return new Exposure(
                k,
                -1,
                counterparty,
                defaulted ? "DEFAULTED" : type,
                product,
                drawn,
                undrawn,
                defaulted ? drawn / 3 : 0,
                0.3 + 8 * Draw.unit(k, 13),
                0.018 + 0.8 * pd + 0.01 * Draw.unit(k, 14),
                rating,
                defaulted ? 91 + Draw.below(k, 6, 200) : 0,
                0,
                pd * StrictMath.exp(0.3 * Draw.bell(k, 11)),
                Math.round(median * 700),
                3 + Draw.below(k, 3, 60),
                CHECKING[Draw.pick(k, 1, CHECKING_SHARE)],
                defaulted ? 1 : 0);
    }

    /** One-year default rates rounded from the long-run averages rating agencies publish; unrated as BB+. */
    private static double pdOf(@Nullable String rating) {
        if (rating == null) {
            return 0.012;
        }
        return switch (rating.charAt(0)) {
            case 'A' -> 0.0005;
            default -> rating.startsWith("BBB") ? 0.002 : rating.startsWith("BB") ? 0.01 : 0.035;
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
