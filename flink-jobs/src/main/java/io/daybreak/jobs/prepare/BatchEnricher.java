package io.daybreak.jobs.prepare;

import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT;
import static io.daybreak.jobs.prepare.TransactionColumns.BOOKING_TIME;

import io.daybreak.jobs.columnar.BooleanVector;
import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.IntVector;
import io.daybreak.jobs.columnar.LongVector;
import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.columnar.TextListVector;
import io.daybreak.jobs.columnar.TextVector;
import io.daybreak.jobs.columnar.Vector;
import io.daybreak.jobs.prepare.RiskScore.CountryRisk;
import java.util.Arrays;
import org.apache.flink.table.data.StringData;

/** The columns that enrichment adds to the accepted rows of a batch; {@link Enricher} says the same of one row. */
final class BatchEnricher {

    private static final long MICROS_PER_HOUR = 3_600_000_000L;
    private static final long HOURS = 24;
    private static final int[] METHOD_POINTS = new int[3];

    static {
        METHOD_POINTS[BatchScreen.CASH] = RiskScore.methodPoints("CASH");
        METHOD_POINTS[BatchScreen.WIRE] = RiskScore.methodPoints("WIRE");
    }

    private final AccountTable accounts;
    private final CustomerTable customers;
    private final BatchScreen screen;
    private final CountryRisk[] countryRisk;
    /** Position in ISO 3166's list of each of the customers' codes. */
    private final int[] countryOfCode;
    /** Position in ISO 4217's list of each of the accounts' codes. */
    private final int[] currencyOfCode;

    private final int dormant;

    private final LongVector amountBase = new LongVector();
    private final TextVector[] customerCodes = vectors(5);
    private final BooleanVector pep = new BooleanVector();
    private final TextVector[] accountCodes = vectors(3);
    private final IntVector score = new IntVector();
    private final TextListVector flags = new TextListVector(
            TextDictionary.of(Arrays.stream(RowFlag.values()).map(RowFlag::name).toArray(String[]::new)));
    private final Vector[] columns;

    BatchEnricher(ReferenceData reference, BatchScreen screen) {
        this.accounts = reference.accounts();
        this.customers = reference.customers();
        this.screen = screen;
        CodeList iso3166 = screen.countries();
        this.countryRisk = new CountryRisk[iso3166.size()];
        for (int i = 0; i < countryRisk.length; i++) {
            countryRisk[i] = reference.countryRisk(StringData.fromString(iso3166.code(i)));
        }
        this.countryOfCode = positions(customers.codes(), iso3166);
        this.currencyOfCode = positions(accounts.codes(), screen.currencies());
        this.dormant = accounts.codes().find("DORMANT");
        this.columns = new Vector[] {
            amountBase,
            customerCodes[CustomerTable.TIER],
            customerCodes[CustomerTable.TYPE],
            customerCodes[CustomerTable.COUNTRY],
            customerCodes[CustomerTable.SEGMENT],
            customerCodes[CustomerTable.KYC_RISK],
            pep,
            accountCodes[AccountTable.PRODUCT],
            accountCodes[AccountTable.CURRENCY],
            accountCodes[AccountTable.STATUS],
            score,
            flags
        };
    }

    private static TextVector[] vectors(int count) {
        TextVector[] vectors = new TextVector[count];
        Arrays.setAll(vectors, i -> new TextVector());
        return vectors;
    }

    private static int[] positions(TextDictionary codes, CodeList list) {
        int[] positions = new int[codes.size()];
        Arrays.setAll(positions, i -> list.position(codes.data(), codes.start(i), codes.length(i)));
        return positions;
    }

    /** The added columns, in the order of the table. */
    Vector[] columns() {
        return columns;
    }

    void enrich(ColumnBatch batch, int[] accepted, int count) {
        int rows = batch.rows();
        codes(accepted, count, rows);
        amountBase.reset(rows);
        pep.reset(rows);
        score.reset(rows);
        flags.reset(rows);
        LongVector amounts = batch.longs(AMOUNT);
        LongVector bookings = batch.longs(BOOKING_TIME);
        for (int i = 0; i < count; i++) {
            int row = accepted[i];
            int account = screen.accountOf()[row];
            int customer = accounts.customer(account);
            long cents = amounts.get(row);
            long baseCents = BaseAmount.cents(cents, screen.rateE8(row));
            int country = screen.counterpartyCountryOf()[row];
            CountryRisk risk = country == BatchScreen.NO_COUNTRY ? CountryRisk.NONE : countryRisk[country];
            boolean foreign = country != BatchScreen.NO_COUNTRY
                    && country != countryOfCode[customers.code(customer, CustomerTable.COUNTRY)];
            int method = screen.methodOf()[row];
            int hour = (int) Math.floorMod(Math.floorDiv(bookings.get(row), MICROS_PER_HOUR), HOURS);
            amountBase.set(row, baseCents);
            pep.set(row, customers.pep(customer));
            score.set(
                    row,
                    RiskScore.of(baseCents, customers.points(customer), risk, foreign, METHOD_POINTS[method], hour));
            flags.set(row, flags(row, account, customer, cents, baseCents, risk));
        }
    }

    private void codes(int[] accepted, int count, int rows) {
        for (int which = 0; which < customerCodes.length; which++) {
            TextVector column = customerCodes[which];
            column.reset(rows, customers.codes());
            for (int i = 0; i < count; i++) {
                int row = accepted[i];
                column.set(row, customers.code(accounts.customer(screen.accountOf()[row]), which));
            }
        }
        for (int which = 0; which < accountCodes.length; which++) {
            TextVector column = accountCodes[which];
            column.reset(rows, accounts.codes());
            for (int i = 0; i < count; i++) {
                column.set(accepted[i], accounts.code(screen.accountOf()[accepted[i]], which));
            }
        }
    }

    private long flags(int row, int account, int customer, long cents, long baseCents, CountryRisk risk) {
        return RowFlag.HIGH_RISK_COUNTRY.bit(risk == CountryRisk.HIGH)
                | RowFlag.MONITORED_COUNTRY.bit(risk == CountryRisk.MONITORED)
                | RowFlag.LISTED_ACCOUNT.bit(screen.counterpartyOf()[row] == BatchScreen.LISTED)
                | RowFlag.LISTED_BANK.bit(screen.bankOf()[row] == BatchScreen.LISTED)
                | RowFlag.PEP.bit(customers.pep(customer))
                | RowFlag.CASH_BELOW_THRESHOLD.bit(
                        Enricher.belowThreshold(baseCents) && screen.methodOf()[row] == BatchScreen.CASH)
                | RowFlag.ROUND_AMOUNT.bit(Enricher.round(cents, baseCents))
                | RowFlag.DORMANT_ACCOUNT.bit(accounts.code(account, AccountTable.STATUS) == dormant)
                | RowFlag.FOREIGN_CURRENCY.bit(
                        currencyOfCode[accounts.code(account, AccountTable.CURRENCY)] != screen.currencyOf()[row]);
    }
}
