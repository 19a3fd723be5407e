package io.daybreak.bench.data;

import io.daybreak.bench.plan.Workloads;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.lake.Lake;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A sample day that stands ready.
 *
 * @param folder where it is
 * @param rows transactions landed
 * @param wide whether they carry their payment message
 */
public record BenchDay(Path folder, long rows, boolean wide) {

    /** A month's last business day: none of the generator's special days is missing. */
    public static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    public Lake lake() {
        return new Lake(folder.resolve("lake"));
    }

    /** The folder of a table's files of the day, as every engine is given it. */
    public Path table(String name) {
        if (name.equals(Workloads.CURRENCIES) || name.equals(Workloads.COUNTRIES)) {
            return folder.resolve("codes").resolve(name);
        }
        return Catalogue.table(name).landed()
                ? lake().landing(DATE, name)
                : folder.resolve("published").resolve(name);
    }
}
