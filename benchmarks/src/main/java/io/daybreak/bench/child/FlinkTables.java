package io.daybreak.bench.child;

import io.daybreak.bench.plan.Input;
import io.daybreak.bench.plan.Plan;
import io.daybreak.bench.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.types.logical.LogicalType;

/** Flink's stock filesystem connector over the folders of a plan. */
final class FlinkTables {

    /** The statement that makes an input known. The connector can tell a row's file, not its number in it. */
    static String source(Input input) {
        List<String> columns = new ArrayList<>();
        input.columns().forEach((name, type) -> columns.add("`" + name + "` " + type));
        if (input.rowIds()) {
            columns.add("source_file STRING NOT NULL METADATA FROM 'file.name' VIRTUAL");
        }
        return "CREATE TEMPORARY TABLE `" + input.name() + "` (" + String.join(", ", columns)
                + ") WITH ('connector' = 'filesystem', 'format' = 'parquet', 'parquet.utc-timezone' = 'true', 'path' = '"
                + input.folder() + "')";
    }

    /** The statement that makes an output known, with the columns of its rows. */
    static String sink(Plan plan, Step step, Table rows) {
        List<String> columns = new ArrayList<>();
        for (Column column : rows.getResolvedSchema().getColumns()) {
            LogicalType type = column.getDataType().getLogicalType();
            columns.add("`" + column.getName() + "` " + type.asSerializableString());
        }
        String level = plan.codec().equals("zstd") ? ", 'parquet.compression.codec.zstd.level' = '1'" : "";
        return "CREATE TEMPORARY TABLE `out_" + step.name() + "` (" + String.join(", ", columns)
                + ") WITH ('connector' = 'filesystem', 'format' = 'parquet', 'parquet.utc-timezone' = 'true',"
                + " 'parquet.write.int64.timestamp' = 'true', 'parquet.timestamp.time.unit' = 'micros',"
                + " 'parquet.compression' = '" + plan.codec().toUpperCase(Locale.ROOT) + "'" + level + ", 'path' = '"
                + plan.output(step.name()) + "')";
    }

    private FlinkTables() {}
}
