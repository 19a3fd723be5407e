package io.daybreak.jobs.prepare;

import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT_PRECISION;
import static io.daybreak.jobs.prepare.TransactionColumns.AMOUNT_SCALE;
import static io.daybreak.jobs.prepare.TransactionColumns.BOOKING_TIME;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTERPARTY_ACCOUNT;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTERPARTY_BANK;
import static io.daybreak.jobs.prepare.TransactionColumns.COUNTERPARTY_COUNTRY;
import static io.daybreak.jobs.prepare.TransactionColumns.CURRENCY;
import static io.daybreak.jobs.prepare.TransactionColumns.PAYMENT_METHOD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** The columns that enrichment adds to a valid transaction, in the contract's order. Pure. */
final class Enricher {

    private static final StringData CASH = StringData.fromString("CASH");
    private static final StringData DORMANT = StringData.fromString("DORMANT");
    private static final StringData[] FLAG_NAMES = names();
    private static final GenericArrayData NO_FLAGS = new GenericArrayData(new Object[0]);
    private static final int COLUMNS = 13;
    private static final int MILLIS_PRECISION = 6;
    private static final long MILLIS_PER_HOUR = 3_600_000L;
    private static final long THRESHOLD_CENTS = 1_000_000;
    private static final long BELOW_THRESHOLD_CENTS = 800_000;
    private static final long ROUND_CENTS = 100_000;

    private final StringData processingDate;

    Enricher(LocalDate businessDate) {
        this.processingDate = StringData.fromString(businessDate.toString());
    }

    /** The added columns of a row that failed no rule. */
    RowData enrich(RowData row, AsOf asOf, AsOf.Account account, AsOf.Customer customer) {
        long cents = TransactionValidator.cents(row);
        long baseCents = BaseAmount.cents(cents, asOf.rateE8(row.getString(CURRENCY)));
        RiskScore.CountryRisk countryRisk = RiskScore.CountryRisk.NONE;
        boolean foreign = false;
        if (!row.isNullAt(COUNTERPARTY_COUNTRY)) {
            StringData country = row.getString(COUNTERPARTY_COUNTRY);
            countryRisk = asOf.countryRisk(country);
            foreign = !country.equals(customer.country());
        }
        long hour = Math.floorMod(
                Math.floorDiv(row.getTimestamp(BOOKING_TIME, MILLIS_PRECISION).getMillisecond(), MILLIS_PER_HOUR), 24L);
        int score = RiskScore.of(
                baseCents,
                customer.tier().toString(),
                customer.kycRisk().toString(),
                customer.pep(),
                countryRisk,
                foreign,
                row.getString(PAYMENT_METHOD).toString(),
                (int) hour);
        GenericRowData added = new GenericRowData(COLUMNS);
        added.setField(0, DecimalData.fromUnscaledLong(baseCents, AMOUNT_PRECISION, AMOUNT_SCALE));
        added.setField(1, customer.tier());
        added.setField(2, customer.type());
        added.setField(3, customer.country());
        added.setField(4, customer.segment());
        added.setField(5, customer.kycRisk());
        added.setField(6, customer.pep());
        added.setField(7, account.product());
        added.setField(8, account.currency());
        added.setField(9, account.status());
        added.setField(10, score);
        added.setField(11, names(flags(row, asOf, account, customer, cents, baseCents, countryRisk)));
        added.setField(12, processingDate);
        return added;
    }

    private static Set<RowFlag> flags(
            RowData row,
            AsOf asOf,
            AsOf.Account account,
            AsOf.Customer customer,
            long cents,
            long baseCents,
            RiskScore.CountryRisk countryRisk) {
        Set<RowFlag> flags = EnumSet.noneOf(RowFlag.class);
        set(flags, RowFlag.HIGH_RISK_COUNTRY, countryRisk == RiskScore.CountryRisk.HIGH);
        set(flags, RowFlag.MONITORED_COUNTRY, countryRisk == RiskScore.CountryRisk.MONITORED);
        set(flags, RowFlag.LISTED_ACCOUNT, listed(row, asOf, COUNTERPARTY_ACCOUNT));
        set(flags, RowFlag.LISTED_BANK, listed(row, asOf, COUNTERPARTY_BANK));
        set(flags, RowFlag.PEP, customer.pep());
        set(
                flags,
                RowFlag.CASH_BELOW_THRESHOLD,
                belowThreshold(baseCents) && row.getString(PAYMENT_METHOD).equals(CASH));
        set(flags, RowFlag.ROUND_AMOUNT, round(cents, baseCents));
        set(flags, RowFlag.DORMANT_ACCOUNT, account.status().equals(DORMANT));
        set(flags, RowFlag.FOREIGN_CURRENCY, !account.currency().equals(row.getString(CURRENCY)));
        return flags;
    }

    /** Just under the reporting threshold of 10,000 in base currency. */
    static boolean belowThreshold(long baseCents) {
        return baseCents >= BELOW_THRESHOLD_CENTS && baseCents < THRESHOLD_CENTS;
    }

    /** A large amount without small change. */
    static boolean round(long cents, long baseCents) {
        return baseCents >= THRESHOLD_CENTS && cents % ROUND_CENTS == 0;
    }

    private static boolean listed(RowData row, AsOf asOf, int column) {
        return !row.isNullAt(column) && asOf.listed(row.getString(column));
    }

    private static void set(Set<RowFlag> flags, RowFlag flag, boolean on) {
        if (on) {
            flags.add(flag);
        }
    }

    private static GenericArrayData names(Set<RowFlag> flags) {
        if (flags.isEmpty()) {
            return NO_FLAGS;
        }
        List<StringData> names = new ArrayList<>(flags.size());
        for (RowFlag flag : flags) {
            names.add(FLAG_NAMES[flag.ordinal()]);
        }
        return new GenericArrayData(names.toArray());
    }

    private static StringData[] names() {
        RowFlag[] flags = RowFlag.values();
        StringData[] names = new StringData[flags.length];
        for (RowFlag flag : flags) {
            names[flag.ordinal()] = StringData.fromString(flag.name());
        }
        return names;
    }
}
