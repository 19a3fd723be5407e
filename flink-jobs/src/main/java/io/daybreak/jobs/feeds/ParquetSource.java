package io.daybreak.jobs.feeds;

import io.daybreak.jobs.night.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;

/** A source that is Parquet with columns of its own. Its rows have no line. */
final class ParquetSource {

    /** Counts the rows of a file from its footer. */
    static SourceFile look(Path file, SourceLayout layout) throws IOException {
        HadoopInputFile input =
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false));
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            List<String> names = reader.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
            for (SourceColumn column : layout.columns()) {
                if (!names.contains(column.fileName())) {
                    throw new IllegalArgumentException("it lacks column '" + column.fileName()
                            + "'; the nearest it has is '" + Nearest.to(column.fileName(), names) + "'");
                }
            }
            return new SourceFile(
                    file.toString(), Files.size(file), SourceFile.sha256(file), reader.getRecordCount(), 1);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it is not whole Parquet: " + e.getMessage(), e);
        }
    }

    /** Makes the files known to a session as one view. */
    static void createView(StreamTableEnvironment session, String view, SourceLayout layout, List<SourceFile> files) {
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String table = view + "__" + i;
            List<String> columns = new ArrayList<>();
            List<String> selected = new ArrayList<>();
            for (SourceColumn column : layout.columns()) {
                columns.add("`" + column.fileName() + "` " + column.type().sql());
                selected.add("`" + column.fileName() + "` AS `" + column.name() + "`");
            }
            session.executeSql("CREATE TEMPORARY TABLE `" + table + "` (" + String.join(", ", columns)
                    + ") WITH ('connector' = 'filesystem', 'format' = 'parquet', 'parquet.utc-timezone' = 'true',"
                    + " 'path' = '" + files.get(i).path().replace("'", "''") + "')");
            selects.add("SELECT " + String.join(", ", selected) + ", '"
                    + files.get(i).path().replace("'", "''") + "' AS " + SourceRows.SOURCE_FILE
                    + ", CAST(NULL AS BIGINT) AS " + SourceRows.SOURCE_LINE + " FROM `" + table + "`");
        }
        session.executeSql("CREATE TEMPORARY VIEW `" + view + "` AS " + String.join(" UNION ALL ", selects));
    }

    private ParquetSource() {}
}
