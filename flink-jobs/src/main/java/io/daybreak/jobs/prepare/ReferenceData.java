package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedReader;
import io.daybreak.jobs.lake.PublishedReader;
import io.daybreak.jobs.lake.TableAddress;
import io.daybreak.jobs.objects.LakePath;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.jspecify.annotations.Nullable;

/**
 * Reference data read whole into memory: one copy per process, whatever the number of tasks. Kept as numbers into
 * dictionaries and parallel arrays, some 60 bytes an account, so that a bank's accounts fit beside a task's buffers.
 */
final class ReferenceData implements AsOf {

    /**
     * What to read, and what identifies it: tasks with the same request share one copy.
     *
     * @param landing folder of landed feeds by table
     * @param baseCurrency whose rate is 1
     * @param duplicates the published duplicate rows
     * @param duplicatesSnapshot of them to read
     */
    record Request(
            LocalDate businessDate,
            Map<String, String> landing,
            String baseCurrency,
            TableAddress duplicates,
            long duplicatesSnapshot)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static final int MONEY_PRECISION = 18;
    private static final int MONEY_SCALE = 2;
    private static final int RATE_SCALE = 8;

    private final AccountTable accounts = new AccountTable();
    private final CustomerTable customers = new CustomerTable();
    private final Map<StringData, Long> rates = new HashMap<>();
    private final Map<StringData, RiskScore.CountryRisk> countries = new HashMap<>();
    private final TextDictionary listed = new TextDictionary();
    private final Map<StringData, TreeMap<Long, ValidationRule>> repetitions = new HashMap<>();

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
        data.loadCustomers(folder(request, Catalogue.CUSTOMERS));
        data.loadAccounts(folder(request, Catalogue.ACCOUNTS));
        data.loadRates(folder(request, Catalogue.FX_RATES), request.baseCurrency());
        data.loadWatchlists(folder(request, Catalogue.WATCHLISTS));
        PublishedReader.read(
                request.duplicates(),
                request.duplicatesSnapshot(),
                request.businessDate().toString(),
                List.of("source_file", "source_row", "repeats"),
                row -> data.repetitions
                        .computeIfAbsent(StringData.fromString((String) row.get(0)), file -> new TreeMap<>())
                        .put(
                                (Long) row.get(1),
                                row.get(2).equals("HISTORY")
                                        ? ValidationRule.DUPLICATE_OF_HISTORY
                                        : ValidationRule.DUPLICATE_IN_DAY));
        data.listed.indexed();
        return data;
    }

    private static Path folder(Request request, TableSpec table) {
        return LakePath.of(Objects.requireNonNull(request.landing().get(table.name())));
    }

    private void loadAccounts(Path folder) throws IOException {
        LandedReader.readBatches(folder, Catalogue.ACCOUNTS, AccountTable.COLUMNS, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                if (holds(batch, AccountTable.VALID_FROM, row)) {
                    accounts.add(batch, row, customers);
                }
            }
        });
        accounts.done();
        customers.done();
    }

    private void loadCustomers(Path folder) throws IOException {
        LandedReader.readBatches(folder, Catalogue.CUSTOMERS, CustomerTable.COLUMNS, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                if (holds(batch, CustomerTable.VALID_FROM, row)) {
                    customers.add(batch, row);
                }
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
                    case "ACCOUNT", "BANK" -> {
                        byte[] value = row.getString(2).toBytes();
                        listed.add(value, 0, value.length);
                    }
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

    private boolean holds(ColumnBatch batch, int from, int row) {
        return batch.ints(from).get(row) <= businessDay
                && (batch.ints(from + 1).isAbsent(row) || batch.ints(from + 1).get(row) >= businessDay);
    }

    /** A copy that outlives the row. */
    private static StringData own(RowData row, int column) {
        return BinaryStringData.fromBytes(row.getString(column).toBytes());
    }

    AccountTable accounts() {
        return accounts;
    }

    CustomerTable customers() {
        return customers;
    }

    /** Whether an account or a bank is on a list. */
    boolean listed(byte[] text, int start, int length) {
        return listed.find(text, start, length) != TextDictionary.ABSENT;
    }

    /** The rows of a file that repeat others, in the order of the file. */
    NavigableMap<Long, ValidationRule> repetitions(String sourceFile) {
        TreeMap<Long, ValidationRule> rows = repetitions.get(StringData.fromString(sourceFile));
        return rows == null ? Collections.emptyNavigableMap() : rows;
    }

    @Override
    public @Nullable Account account(StringData accountId) {
        byte[] id = accountId.toBytes();
        int account = accounts.find(id, 0, id.length);
        return account == TextDictionary.ABSENT ? null : accounts.get(account, customers);
    }

    @Override
    public @Nullable Customer customer(StringData customerId) {
        byte[] id = customerId.toBytes();
        int customer = customers.find(id, 0, id.length);
        return customer == TextDictionary.ABSENT ? null : customers.get(customer);
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
        byte[] text = accountOrBank.toBytes();
        return listed(text, 0, text.length);
    }

    @Override
    public @Nullable ValidationRule repetition(StringData sourceFile, long sourceRow) {
        Map<Long, ValidationRule> rows = repetitions.get(sourceFile);
        return rows == null ? null : rows.get(sourceRow);
    }
}
