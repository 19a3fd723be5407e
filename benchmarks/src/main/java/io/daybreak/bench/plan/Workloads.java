package io.daybreak.bench.plan;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.sql.SqlFile;
import io.daybreak.jobs.sql.SqlFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The workloads there are. */
public final class Workloads {

    /** Code lists, made to files beside the day: not feeds, and every engine needs them. */
    public static final String CURRENCIES = "currencies";

    public static final String COUNTRIES = "countries";

    private static final Map<String, List<String>> CODES =
            Map.of(CURRENCIES, List.of("code STRING", "minor_units INT"), COUNTRIES, List.of("code STRING"));

    private static final List<Dialect> EVERY_DIALECT = List.of(Dialect.values());

    /** Workloads that Daybreak's own dialect says differently from plain Flink SQL. */
    private static final Set<String> SAID_ITS_OWN_WAY = Set.of("B", "C");

    private static final List<String> PREPARE_READS = List.of(
            "transactions",
            "customers",
            "accounts",
            "fx_rates",
            "watchlists",
            "feed_totals",
            "duplicate_rows",
            CURRENCIES,
            COUNTRIES);

    /** In the order they are run and shown. */
    public static final List<Workload> ALL = List.of(
            new Workload(
                    "A",
                    "validate, enrich, write: the stage prepare",
                    PREPARE_READS,
                    List.of(Output.of(Catalogue.ENRICHED_TRANSACTIONS), Output.of(Catalogue.REJECTED_TRANSACTIONS)),
                    EVERY_DIALECT),
            new Workload(
                    "A-read",
                    "floor of A: every column of the landed transactions decoded and counted",
                    List.of("transactions"),
                    List.of(counts()),
                    EVERY_DIALECT),
            new Workload(
                    "A-write",
                    "floor of A: the landed transactions read and written as they are",
                    List.of("transactions"),
                    List.of(Output.of(Catalogue.REJECTED_TRANSACTIONS)),
                    EVERY_DIALECT),
            new Workload(
                    "B",
                    "aggregation with distinct over skewed keys: by customer and by counterparty",
                    List.of("enriched_transactions"),
                    List.of(
                            Output.of(
                                    "by_customer",
                                    "customer_id STRING",
                                    "transactions BIGINT",
                                    "amount_base TOTAL",
                                    "largest MONEY",
                                    "counterparties BIGINT"),
                            Output.of(
                                    "by_counterparty",
                                    "counterparty_account STRING",
                                    "transactions BIGINT",
                                    "amount_base TOTAL",
                                    "customers BIGINT")),
                    EVERY_DIALECT),
            new Workload(
                    "C",
                    "rolling windows by account: the last ten transactions and the last six hours",
                    List.of("enriched_transactions"),
                    List.of(Output.of(
                            "by_account",
                            "account_id STRING",
                            "transactions BIGINT",
                            "flagged BIGINT",
                            "largest_ten TOTAL",
                            "busiest_hours BIGINT",
                            "largest_hours TOTAL")),
                    EVERY_DIALECT),
            new Workload(
                    "D",
                    "cash structuring: the night's scenario AML-02",
                    List.of("enriched_transactions", "account_activity"),
                    List.of(Output.of(Catalogue.table("aml_alerts")).without(List.of(TableSpec.PROCESSING_DATE))),
                    EVERY_DIALECT),
            new Workload("E", "the whole night, balanced and hashed", List.of("transactions"), List.of(), List.of()),
            new Workload(
                    "F",
                    "Monte Carlo value at risk: the stage risk",
                    List.of("positions", "instruments", "risk_factors", "market_history", "fx_rates", "feed_totals"),
                    List.of(Output.of(Catalogue.table("risk_measures")), Output.of(Catalogue.table("pnl_vectors"))),
                    List.of()),
            new Workload(
                    "F2",
                    "the stage risk on a million positions, 10,000 scenarios",
                    List.of("positions", "instruments", "risk_factors", "market_history", "fx_rates"),
                    List.of(Output.of(Catalogue.table("risk_measures")), Output.of(Catalogue.table("pnl_vectors"))),
                    List.of()),
            new Workload("G", "report writing, one format an engine", List.of(), List.of(), List.of()));

    /**
     * The workload of an identifier, whatever its case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Workload of(String id) {
        return ALL.stream()
                .filter(workload -> workload.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload '" + id + "'; there are "
                        + String.join(", ", ALL.stream().map(Workload::id).toList())));
    }

    /** Where a sample day's tables are. */
    @FunctionalInterface
    public interface Folders {
        Path folder(String table);
    }

    /**
     * What a child is to do.
     *
     * @param date business date, ISO
     */
    public static Plan plan(
            Workload workload, Dialect dialect, String date, Path lake, Folders folders, Path out, String codec) {
        List<Input> inputs = new ArrayList<>();
        for (String name : workload.inputs()) {
            inputs.add(new Input(
                    name, folders.folder(name).toString(), columns(name), name.equals(Catalogue.TRANSACTIONS.name())));
        }
        List<Step> steps = new ArrayList<>();
        for (SqlFile file : files(workload, dialect)) {
            String sql = file.bound().replace("${date}", date);
            steps.add(new Step(kind(file), file.target(), sql));
        }
        return new Plan(workload.id(), date, lake.toString(), inputs, steps, out.toString(), codec);
    }

    private static List<SqlFile> files(Workload workload, Dialect dialect) {
        if (!workload.dialects().contains(dialect)) {
            return List.of();
        }
        if (dialect == Dialect.DAYBREAK && !SAID_ITS_OWN_WAY.contains(workload.id())) {
            return files(workload, Dialect.FLINK);
        }
        List<SqlFile> files = new ArrayList<>(
                SqlFolder.read("bench/" + workload.id().toLowerCase(Locale.ROOT) + "/" + dialect.folder()));
        if (workload.id().equals("D") && dialect == Dialect.FLINK) {
            files.addAll(structuring());
        }
        return files;
    }

    /** The night's own SQL of the scenario D is about. */
    public static List<SqlFile> structuring() {
        return SqlFolder.read("aml").stream()
                .filter(file -> file.target().equals("booked")
                        || file.header().getOrDefault("Scenario", "").startsWith("AML-02 "))
                .toList();
    }

    private static Output counts() {
        return Output.of(
                "counts",
                Catalogue.TRANSACTIONS.columnNames().stream()
                        .map(name -> name + " BIGINT")
                        .toArray(String[]::new));
    }

    private static Step.Kind kind(SqlFile file) {
        return switch (file.role()) {
            case INSERTS -> Step.Kind.OUTPUT;
            case VIEW -> file.header().containsKey("Stored") ? Step.Kind.STORED : Step.Kind.VIEW;
            case TOTALS -> throw new IllegalArgumentException(file.path() + ": a workload has no totals");
        };
    }

    private static Map<String, String> columns(String name) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (CODES.containsKey(name)) {
            for (String column : CODES.get(name)) {
                columns.put(column.split(" ")[0], column.split(" ")[1]);
            }
            return columns;
        }
        TableSpec table = Catalogue.table(name);
        for (Column column : table.columns()) {
            columns.put(column.name(), column.type().sql());
        }
        return columns;
    }

    private Workloads() {}
}
