package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;

/** Exposures and what secures them. */
final class LendingFeeds {

    record Exposures(Lending lending, long day) implements Feed {

        @Override
        public TableSpec table() {
            return Catalogue.table("exposures");
        }

        @Override
        public long units() {
            return lending.count();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            Lending.Exposure exposure = lending.at((int) unit);
            out.text("exposure_id", Lending.id((int) unit));
            out.text(
                    "customer_id",
                    exposure.customer() < 0 ? null : lending.population().customerId(exposure.customer()));
            out.text(
                    "counterparty_id",
                    exposure.counterparty() < 0
                            ? null
                            : lending.counterparties().id(exposure.counterparty()));
            out.text("exposure_class", exposure.exposureClass());
            out.text("product", exposure.product());
            out.text("currency", "EUR");
            out.money("drawn_amount", exposure.drawn());
            out.money("undrawn_amount", exposure.undrawn());
            out.money("specific_provision", exposure.provision());
            out.date("originated_on", day - 100 - Draw.below(exposure.key(), 20, 2_500));
            out.date("maturity_date", day + Math.max(30, Math.round(exposure.years() * 365)));
            out.rate("interest_rate", exposure.interestRate());
            out.text("rating", exposure.rating());
            out.number("days_past_due", exposure.daysPastDue());
            if (exposure.loanToValue() > 0) {
                out.rate("loan_to_value", exposure.loanToValue());
            }
            out.rate("origination_pd", exposure.originationPd());
            out.money("annual_income", exposure.income());
            out.number("years_employed", exposure.yearsEmployed());
            out.text("checking_status", exposure.checkingStatus());
            out.number("prior_defaults", exposure.priorDefaults());
            out.end();
        }
    }

    /** A unit is one exposure with its items, of which it may have none. */
    record Collateral(Lending lending) implements Feed {

        private static final String[] TYPES = {
            "CASH", "GOLD", "GOVERNMENT_BOND", "CORPORATE_BOND", "EQUITY", "GUARANTEE"
        };

        @Override
        public TableSpec table() {
            return Catalogue.table("collateral");
        }

        @Override
        public long units() {
            return lending.count();
        }

        @Override
        public void write(long unit, Cells out) throws IOException {
            Lending.Exposure exposure = lending.at((int) unit);
            long key = exposure.key();
            if (exposure.loanToValue() > 0) {
                item(unit, "PROPERTY", "EUR", Math.round(exposure.drawn() / exposure.loanToValue()), key, out);
                return;
            }
            boolean firm =
                    exposure.counterparty() >= 0 || exposure.exposureClass().startsWith("CORPORATE");
            boolean lent =
                    exposure.product().equals("TERM_LOAN") || exposure.product().equals("REVOLVING");
            if (firm && lent && Draw.below(key, 30, 10) < 4) {
                String type = TYPES[Draw.below(key, 31, TYPES.length)];
                boolean dollars = type.equals("GOLD") || Draw.below(key, 32, 8) == 0;
                item(
                        unit,
                        type,
                        dollars ? "USD" : "EUR",
                        Math.round(exposure.drawn() * (0.1 + 0.4 * Draw.unit(key, 33))),
                        key,
                        out);
            }
        }

        private static void item(long exposure, String type, String currency, long cents, long key, Cells out)
                throws IOException {
            boolean bond = type.endsWith("_BOND");
            out.text("collateral_id", Identifiers.numbered('K', exposure + 1, 8));
            out.text("exposure_id", Lending.id((int) exposure));
            out.text("collateral_type", type);
            out.text("currency", currency);
            out.money("market_value", cents);
            out.text("rating", bond || type.equals("GUARANTEE") ? (Draw.below(key, 34, 2) == 0 ? "AA" : "A") : null);
            if (bond) {
                out.rate("residual_years", Math.round((0.5 + 9 * Draw.unit(key, 35)) * 100) / 100.0);
            }
            out.end();
        }
    }

    private LendingFeeds() {}
}
