package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Customers and accounts in their versions. */
final class PeopleFeeds {

    private static final String[] COUNTRIES = {"DE", "FR", "NL", "AT", "IT", "PL", "CH", "GB", "SE", "CZ"};
    private static final int[] COUNTRY_SHARE = Draw.cumulative(780, 40, 40, 50, 20, 20, 15, 15, 10, 10);
    private static final String[] STREETS = {"Birch Lane", "Mill Road", "Harbour Street", "Garden Row", "Station Way"};
    private static final String[] CITIES = {"Northfield", "Eastbridge", "Southwick", "Westerham", "Midvale", "Lakeside"
    };
    private static final String[] RISKS = {"LOW", "MEDIUM", "HIGH"};
    private static final int[] RISK_SHARE = Draw.cumulative(85, 12, 3);
    private static final long NONE = Long.MAX_VALUE;

    /** The customers feed; a customer whose data changed has one row for before and one for after. */
    record Customers(Population population) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.CUSTOMERS;
        }

        @Override
        public long units() {
            return population.customers();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            int customer = (int) unit;
            long since = population.onboardedOn(customer);
            long change = population.customerChange(customer);
            version(customer, 0, since, change == NONE ? null : change - 1, out);
            if (change != NONE) {
                version(customer, 1, change, null, out);
            }
        }

        private void version(int customer, int version, long from, @Nullable Long to, Cells out) throws IOException {
            long key = population.customer(customer);
            Population.Type type = population.type(customer);
            boolean person = type == Population.Type.INDIVIDUAL;
            String country = COUNTRIES[Draw.pick(key, 11, COUNTRY_SHARE)];
            int wealth = Draw.below(key, 12, 100) + (version == 0 ? 0 : 12);
            String id = population.customerId(customer);
            out.text("customer_id", id);
            out.text("customer_tier", tier(type, wealth));
            out.text("customer_type", type.name());
            out.text("name", (person ? "Customer " : "Company ") + id.substring(1) + (person ? "" : " Ltd"));
            out.text("country", country);
            if (person) {
                out.date("birth_date", population.onboardedOn(customer) - 18 * 366 - Draw.below(key, 13, 60 * 365));
            }
            out.text("segment", segment(type, wealth));
            out.text("kyc_risk", RISKS[Draw.pick(key, version == 0 ? 14 : 15, RISK_SHARE)]);
            out.flag("pep", person && Draw.below(key, 16, 400) == 0);
            out.date("onboarded_on", population.onboardedOn(customer));
            out.text("lei", person ? null : Identifiers.lei(key));
            out.text("tax_country", country);
            out.text("tax_id", country + Identifiers.numbered('9', Draw.below(key, 17, 1_000_000_000), 9));
            out.money("annual_income", income(type, key, wealth));
            out.compose("address")
                    .append(STREETS[Draw.below(key, 18, STREETS.length)])
                    .append(' ')
                    .appendDigits(1 + Draw.below(key, version == 0 ? 19 : 20, 240), 1);
            out.text("city", CITIES[Draw.below(key, 21, CITIES.length)]);
            out.compose("postal_code").appendDigits(10_000 + Draw.below(key, 22, 89_999), 5);
            out.date("valid_from", from);
            if (to != null) {
                out.date("valid_to", to);
            }
            out.end();
        }

        private static String tier(Population.Type type, int wealth) {
            if (type == Population.Type.CORPORATE || type == Population.Type.FINANCIAL) {
                return "PREMIUM";
            }
            return wealth < 40 ? "BASIC" : wealth < 85 ? "STANDARD" : wealth < 98 ? "PREMIUM" : "PRIVATE";
        }

        private static String segment(Population.Type type, int wealth) {
            return switch (type) {
                case INDIVIDUAL -> wealth < 80 ? "MASS" : wealth < 97 ? "AFFLUENT" : "PRIVATE";
                case BUSINESS -> "SME";
                case CORPORATE, FINANCIAL -> "CORPORATE";
            };
        }

        private static long income(Population.Type type, long key, int wealth) {
            double median = switch (type) {
                case INDIVIDUAL -> 24_000 + 400.0 * wealth;
                case BUSINESS -> 900_000;
                case CORPORATE -> 60_000_000;
                case FINANCIAL -> 400_000_000;
            };
            return Math.round(median * StrictMath.exp(0.4 * Draw.bell(key, 23))) * 100;
        }
    }

    /** The accounts feed; an account whose limit was raised has one row for before and one for after. */
    record Accounts(Population population) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.ACCOUNTS;
        }

        @Override
        public long units() {
            return population.accounts();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            int account = (int) unit;
            long change = population.accountChange(account);
            long limit = population.limitCents(account);
            long from = Math.min(population.openedOn(account), knownSince(account));
            if (change == NONE) {
                version(account, limit, from, null, out);
            } else {
                version(account, limit, from, change - 1, out);
                version(account, limit * 2, change, null, out);
            }
        }

        private long knownSince(int account) {
            return population.opensLater(account) ? population.onboardedOn(population.holder(account)) : NONE;
        }

        private void version(int account, long limit, long from, @Nullable Long to, Cells out) throws IOException {
            long key = population.account(account);
            Population.Status status = population.status(account);
            out.text("account_id", population.accountId(account));
            out.text("customer_id", population.customerId(population.holder(account)));
            out.text("product", population.product(account).name());
            out.text("currency", population.currency(account).name());
            out.text("status", status.name());
            out.date("opened_on", population.openedOn(account));
            if (status == Population.Status.CLOSED) {
                out.date("closed_on", population.closedOn(account));
            }
            out.money("daily_limit", limit);
            out.money("balance", balance(account, key, status));
            out.text("iban", population.iban(account));
            out.text("branch_code", population.branch(account));
            out.date("valid_from", from);
            if (to != null) {
                out.date("valid_to", to);
            }
            out.end();
        }

        private long balance(int account, long key, Population.Status status) {
            if (status == Population.Status.CLOSED) {
                return 0;
            }
            double median = population.limitCents(account) * 0.6;
            long cents = Math.round(median * StrictMath.exp(0.9 * Draw.bell(key, 24)));
            boolean yen = population.currency(account) == Currencies.JPY;
            boolean owes = population.product(account) == Population.Product.LOAN || Draw.below(key, 25, 40) == 0;
            return (yen ? cents / 100 * 100 : cents) * (owes ? -1 : 1);
        }
    }

    private PeopleFeeds() {}
}
