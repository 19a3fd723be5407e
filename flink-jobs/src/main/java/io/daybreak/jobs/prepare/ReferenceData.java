package io.daybreak.jobs.prepare;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedReader;
import io.daybreak.jobs.lake.PublishedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.jspecify.annotations.Nullable;

/** Reference data read whole into memory: one copy per process, whatever the number of tasks. */
final class ReferenceData implements AsOf {

    /**
     * What to read, and what identifies it: tasks with the same request share one copy.
     *
     * @param landing folder of landed feeds by table
     * @param baseCurrency whose rate is 1
     * @param duplicates location of the published duplicate rows, and the snapshot to read
     */
    record Request(
            LocalDate businessDate,
            Map<String, String> landing,
            String baseCurrency,
            String duplicates,
            long duplicatesSnapshot)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static final int MONEY_PRECISION = 18;
    private static final int MONEY_SCALE = 2;
    private static final int RATE_SCALE = 8;

    private final Map<StringData, Account> accounts = new HashMap<>();
    private final Map<StringData, Customer> customers = new HashMap<>();
    private final Map<StringData, Long> rates = new HashMap<>();
    private final Map<StringData, RiskScore.CountryRisk> countries = new HashMap<>();
    private final Set<StringData> listed = new HashSet<>();
    private final Map<StringData, Map<Long, ValidationRule>> repetitions = new HashMap<>();
    /** Values that repeat by the million are kept once. */
    private final Map<StringData, StringData> interned = new HashMap<>();

    private final int businessDay;

    private ReferenceData(LocalDate businessDate) {
        this.businessDay = Math.toIntExact(businessDate.toEpochDay());
    }

    /**
     * Reads what is asked for.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalStateException if two versions of one account or customer hold on the business date
     */
    static ReferenceData load(Request request) throws IOException {
        ReferenceData data = new ReferenceData(request.businessDate());
        data.loadAccounts(folder(request, Catalogue.ACCOUNTS));
        data.loadCustomers(folder(request, Catalogue.CUSTOMERS));
        data.loadRates(folder(request, Catalogue.FX_RATES), request.baseCurrency());
        data.loadWatchlists(folder(request, Catalogue.WATCHLISTS));
        PublishedReader.read(
                request.duplicates(),
                request.duplicatesSnapshot(),
                request.businessDate().toString(),
                List.of("source_file", "source_row", "repeats"),
                row -> data.repetitions
                        .computeIfAbsent(StringData.fromString((String) row.get(0)), file -> new HashMap<>())
                        .put(
                                (Long) row.get(1),
                                row.get(2).equals("HISTORY")
                                        ? ValidationRule.DUPLICATE_OF_HISTORY
                                        : ValidationRule.DUPLICATE_IN_DAY));
        return data;
    }

    private static Path folder(Request request, TableSpec table) {
        return Path.of(request.landing().get(table.name()));
    }

    private void loadAccounts(Path folder) throws IOException {
        List<String> columns = List.of(
                "account_id",
                "customer_id",
                "product",
                "currency",
                "status",
                "opened_on",
                "daily_limit",
                "valid_from",
                "valid_to");
        LandedReader.read(folder, Catalogue.ACCOUNTS, columns, row -> {
            if (holds(row, 7)) {
                Account account = new Account(
                        own(row, 1),
                        intern(row, 2),
                        intern(row, 3),
                        intern(row, 4),
                        row.getInt(5),
                        row.getDecimal(6, MONEY_PRECISION, MONEY_SCALE).toUnscaledLong());
                only(accounts.put(own(row, 0), account), "account", row);
            }
        });
    }

    private void loadCustomers(Path folder) throws IOException {
        List<String> columns = List.of(
                "customer_id",
                "customer_tier",
                "customer_type",
                "country",
                "segment",
                "kyc_risk",
                "pep",
                "valid_from",
                "valid_to");
        LandedReader.read(folder, Catalogue.CUSTOMERS, columns, row -> {
            if (holds(row, 7)) {
                Customer customer = new Customer(
                        intern(row, 1),
                        intern(row, 2),
                        intern(row, 3),
                        intern(row, 4),
                        intern(row, 5),
                        row.getBoolean(6));
                only(customers.put(own(row, 0), customer), "customer", row);
            }
        });
    }

    /** The latest fixing on or before the business date. */
    private void loadRates(Path folder, String baseCurrency) throws IOException {
        Map<StringData, Integer> dates = new HashMap<>();
        LandedReader.read(folder, Catalogue.FX_RATES, List.of("currency", "rate_date", "rate_to_base"), row -> {
            int date = row.getInt(1);
            if (date <= businessDay && date > dates.getOrDefault(row.getString(0), Integer.MIN_VALUE)) {
                StringData currency = own(row, 0);
                dates.put(currency, date);
                rates.put(
                        currency, row.getDecimal(2, MONEY_PRECISION, RATE_SCALE).toUnscaledLong());
            }
        });
        rates.put(StringData.fromString(baseCurrency), BaseAmount.ONE_E8);
    }

    private void loadWatchlists(Path folder) throws IOException {
        List<String> columns = List.of("list_name", "entry_type", "entry_value", "listed_on", "delisted_on");
        LandedReader.read(folder, Catalogue.WATCHLISTS, columns, row -> {
            if (holds(row, 3)) {
                switch (row.getString(1).toString()) {
                    case "COUNTRY" ->
                        countries.merge(
                                own(row, 2),
                                countryRisk(row.getString(0).toString()),
                                (a, b) -> a.compareTo(b) > 0 ? a : b);
                    case "ACCOUNT", "BANK" -> listed.add(own(row, 2));
                    default -> {
                        // names and instruments are screened by other stages
                    }
                }
            }
        });
    }

    private static RiskScore.CountryRisk countryRisk(String list) {
        return switch (list) {
            case "FATF_HIGH_RISK", "SANCTIONS" -> RiskScore.CountryRisk.HIGH;
            default -> RiskScore.CountryRisk.MONITORED;
        };
    }

    /** Whether a version with its first day in a column and its last in the next holds on the business date. */
    private boolean holds(RowData row, int from) {
        return row.getInt(from) <= businessDay && (row.isNullAt(from + 1) || row.getInt(from + 1) >= businessDay);
    }

    private static void only(@Nullable Object before, String what, RowData row) {
        if (before != null) {
            throw new IllegalStateException(
                    "two versions of " + what + " " + row.getString(0) + " hold on the business date");
        }
    }

    /** A copy that outlives the row. */
    private static StringData own(RowData row, int column) {
        return BinaryStringData.fromBytes(row.getString(column).toBytes());
    }

    private StringData intern(RowData row, int column) {
        StringData known = interned.get(row.getString(column));
        if (known != null) {
            return known;
        }
        StringData value = own(row, column);
        interned.put(value, value);
        return value;
    }

    @Override
    public @Nullable Account account(StringData accountId) {
        return accounts.get(accountId);
    }

    @Override
    public @Nullable Customer customer(StringData customerId) {
        return customers.get(customerId);
    }

    @Override
    public long rateE8(StringData currency) {
        return rates.getOrDefault(currency, 0L);
    }

    @Override
    public RiskScore.CountryRisk countryRisk(StringData country) {
        return countries.getOrDefault(country, RiskScore.CountryRisk.NONE);
    }

    @Override
    public boolean listed(StringData accountOrBank) {
        return listed.contains(accountOrBank);
    }

    @Override
    public @Nullable ValidationRule repetition(StringData sourceFile, long sourceRow) {
        if (repetitions.isEmpty()) {
            return null;
        }
        Map<Long, ValidationRule> rows = repetitions.get(sourceFile);
        return rows == null ? null : rows.get(sourceRow);
    }
}
