package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What the bank knew before its first night: activity by account and day, counterparties met, purchases. */
final class OpeningFeeds {

    private static final int DAYS = 90;

    /** What the three feeds draw on. */
    record Past(
            long key, long day, Population population, Outside outside, Spending spending, Plants plants, long rows) {

        static Past of(
                long seed,
                long day,
                Population population,
                Outside outside,
                Spending spending,
                Plants plants,
                long rows) {
            return new Past(Draw.table(seed, "opening"), day, population, outside, spending, plants, rows);
        }

        /** Whether an account was in use: those that move, and the subjects of planted patterns. */
        boolean inUse(int account) {
            return population.isReserved(account) ? plants.hasQuietHistory(account) : population.moves(account);
        }
    }

    /** A unit is one account with its active days. */
    record Activity(Past past) implements Feed {

        private static final int DRAWS = 20;
        /** The hot merchant books thousands a day: fewer draws would make its largest amount too small. */
        private static final int MERCHANT_DRAWS = 500;

        private static final int AMOUNT_CLASSES = 128;

        @Override
        public TableSpec table() {
            return Catalogue.table("opening_activity");
        }

        @Override
        public long units() {
            return past.population().accounts();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            int account = (int) unit;
            if (!past.inUse(account)) {
                return;
            }
            boolean quiet = past.plants().hasQuietHistory(account);
            double usual = past.spending().expectedCount(past.population().typicalPosition(account));
            for (long date = past.day() - DAYS; date < past.day(); date++) {
                long k = Draw.key(Draw.key(past.key(), date), account);
                boolean active =
                        quiet ? Draw.unit(k, 0) < 0.55 : past.population().activeOn(account, date);
                if (active) {
                    double mean = account == Population.MERCHANT ? takings() + usual : usual;
                    long count = quiet
                            ? 2 + Draw.below(k, 1, 3)
                            : Math.max(1, Math.round(mean * (0.6 + 0.8 * Draw.unit(k, 1))));
                    day(account, date, count, quiet, k, out);
                }
            }
        }

        /** Card takings of the hot merchant on a day. */
        private double takings() {
            return 0.115 * past.rows();
        }

        /** Whether a booking of the hot merchant is a card taking; the rest it books like any business. */
        private boolean isTaking(int account, long k) {
            double usual = past.spending().expectedCount(past.population().typicalPosition(account));
            return account == Population.MERCHANT && Draw.unit(k, 5) * (takings() + usual) < takings();
        }

        private void day(int account, long date, long count, boolean quiet, long k, Cells out) throws IOException {
            Population.Type type = past.population().type(past.population().holder(account));
            int[] amounts = new int[AMOUNT_CLASSES];
            int[] hours = new int[24];
            long[] sums = new long[5];
            int draws = (int) Math.min(count, account == Population.MERCHANT ? MERCHANT_DRAWS : DRAWS);
            for (int i = 0; i < draws; i++) {
                int times = (int) (count / draws + (i < count % draws ? 1 : 0));
                one(account, type, quiet, Draw.key(k, i), times, amounts, hours, sums);
            }
            out.text("account_id", past.population().accountId(account));
            out.text(
                    "customer_id",
                    past.population().customerId(past.population().holder(account)));
            out.date("activity_date", date);
            out.number("transaction_count", count);
            out.money("debit_base", sums[0]);
            out.money("credit_base", sums[1]);
            out.number("cash_in_count", sums[2]);
            out.money("cash_in_base", sums[3]);
            out.money("maximum_base", sums[4]);
            out.ints("log_amount_histogram", amounts);
            out.ints("hour_histogram", hours);
            out.end();
        }

        /** Adds one drawn booking, counted several times on days with more than fit. */
        private void one(
                int account,
                Population.Type type,
                boolean quiet,
                long k,
                int times,
                int[] amounts,
                int[] hours,
                long[] sums) {
            boolean merchant = isTaking(account, k);
            Spending.Method method =
                    merchant || quiet ? Spending.Method.CARD : past.spending().method(account, type, k, 0);
            double base = merchant
                    ? 24 * StrictMath.exp(0.8 * Draw.bell(k, 1))
                    : quiet
                            ? 45 * StrictMath.exp(0.5 * Draw.bell(k, 1))
                            : past.spending().amountBase(account, type, method, k, 1);
            long cents = Math.max(1, Math.round(base * 100));
            boolean credit = merchant || method != Spending.Method.CARD && Draw.below(k, 2, 100) < 38;
            amounts[amountClass(cents / 100.0)] += times;
            hours[quiet ? 9 + Draw.below(k, 3, 10) : Spending.hour(type, k, 3)] += times;
            sums[credit ? 1 : 0] += cents * times;
            if (credit && method == Spending.Method.CASH) {
                sums[2] += times;
                sums[3] += cents * times;
            }
            sums[4] = Math.max(sums[4], cents);
        }

        /** Quarter powers of two from 2^-8. */
        private static int amountClass(double base) {
            double quarters = 4 * (StrictMath.log(base) / StrictMath.log(2) + 8);
            return Math.max(0, Math.min(AMOUNT_CLASSES - 1, (int) Math.floor(quarters)));
        }
    }

    /** A unit is one account with those it usually deals with. */
    record Met(Past past) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.table("opening_counterparties");
        }

        @Override
        public long units() {
            return past.population().accounts();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            int account = (int) unit;
            if (!past.inUse(account) || account == Population.MERCHANT) {
                return;
            }
            Population.Product product = past.population().product(account);
            Set<String> seen = new HashSet<>();
            if (product != Population.Product.CARD) {
                int usual = Outside.usualCount(
                        past.population().type(past.population().holder(account)));
                for (int slot = 0; slot < usual; slot++) {
                    int other = past.outside().usual(account, slot);
                    row(
                            account,
                            slot,
                            past.outside().account(other),
                            past.outside().country(other),
                            seen,
                            out);
                }
            }
            if (product != Population.Product.SAVINGS) {
                for (int slot = -1; slot < 5; slot++) {
                    int shop = slot < 0 ? Outside.HOT_MERCHANT : past.outside().usualMerchant(account, slot);
                    row(
                            account,
                            10 + slot,
                            Outside.merchantId(shop),
                            past.outside().merchantCountry(shop),
                            seen,
                            out);
                }
            }
        }

        private void row(int account, int slot, String other, String country, Set<String> seen, Cells out)
                throws IOException {
            if (!seen.add(other)) {
                return;
            }
            out.text("account_id", past.population().accountId(account));
            out.text("counterparty_account", other);
            out.text("counterparty_country", country);
            out.date("last_seen", past.day() - 1 - Draw.below(Draw.key(past.key(), account), slot, 45));
            out.end();
        }
    }

    /**
     * A unit is one customer. Purchases follow the BG/NBD model (Fader, Hardie and Lee, Marketing Science 24, 2005) with
     * r = 1, alpha = 4 weeks, a = 1, b = 2.5: exponential waits at a gamma rate, a beta chance to leave after each.
     */
    record Purchases(Past past) implements Feed {

        private static final double ALPHA_WEEKS = 4;
        private static final double B = 2.5;
        private static final int MOST = 400;

        @Override
        public TableSpec table() {
            return Catalogue.table("opening_purchases");
        }

        @Override
        public long units() {
            return past.population().firstReserved();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            int customer = (int) unit;
            if (Spending.firm(past.population().type(customer))) {
                return;
            }
            long k = Draw.key(past.key() ^ 0x77L, customer);
            long until = past.day() - 1;
            long first = until - 28 - Draw.below(k, 0, 500);
            double ratePerWeek = -StrictMath.log(1 - Draw.unit(k, 1)) / ALPHA_WEEKS;
            double leaves = 1 - StrictMath.pow(Draw.unit(k, 2), 1 / B);
            double meanSpend = 55 * StrictMath.exp(0.6 * Draw.bell(k, 3));
            double weeks = 0;
            long last = first;
            int days = 0;
            long spend = 0;
            for (int i = 0; i < MOST; i++) {
                long purchase = Draw.key(k, i);
                if (Draw.unit(purchase, 0) < leaves) {
                    break;
                }
                weeks += -StrictMath.log(1 - Draw.unit(purchase, 1)) / ratePerWeek;
                if (!(weeks * 7 <= until - first)) {
                    break;
                }
                long date = first + (long) (weeks * 7);
                if (date > last) {
                    last = date;
                    days++;
                    spend += Math.max(1, Math.round(meanSpend * StrictMath.exp(0.5 * Draw.bell(purchase, 2)) * 100));
                }
            }
            out.text("customer_id", past.population().customerId(customer));
            out.date("first_purchase", first);
            out.date("last_purchase", last);
            out.number("repeat_days", days);
            out.money("spend_base", spend);
            out.real("weeks_observed", (until - first) / 7.0);
            out.end();
        }
    }

    private OpeningFeeds() {}
}
