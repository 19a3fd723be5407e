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

/** The workloads there are. */
public final class Workloads {

    /** Code lists, made to files beside the day: not feeds, and every engine needs them. */
    public static final String CURRENCIES = "currencies";

    public static final String COUNTRIES = "countries";

    private static final Map<String, List<String>> CODES =
            Map.of(CURRENCIES, List.of("code STRING", "minor_units INT"), COUNTRIES, List.of("code STRING"));

    private static final List<Dialect> EVERY_DIALECT = List.of(Dialect.values());

    /** In the order they are run and shown. */
    public static final List<Workload> ALL = List.of(
            new Workload(
                    "A",
                    "validate, enrich, write: the stage prepare",
                    List.of(
                            "transactions",
                            "customers",
                            "accounts",
                            "fx_rates",
                            "watchlists",
                            "duplicate_rows",
                            CURRENCIES,
                            COUNTRIES),
                    List.of(Output.of(Catalogue.ENRICHED_TRANSACTIONS), Output.of(Catalogue.REJECTED_TRANSACTIONS)),
                    EVERY_DIALECT));

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
        return SqlFolder.read("bench/" + workload.id().toLowerCase(Locale.ROOT) + "/" + dialect.folder());
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
