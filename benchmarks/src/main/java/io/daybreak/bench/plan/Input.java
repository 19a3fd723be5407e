package io.daybreak.bench.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One table an engine is given: a folder of Parquet files.
 *
 * @param name as the workload's SQL calls it
 * @param folder where its files are
 * @param columns its columns and their types in Flink's SQL, in order
 * @param rowIds whether the table also has {@code source_file} and {@code source_row}: the file a row came from and its
 *     number there, as far as the engine can tell
 */
public record Input(String name, String folder, Map<String, String> columns, boolean rowIds) {

    public Input {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
