package io.daybreak.jobs.intake;

import io.daybreak.jobs.columnar.FlinkInput;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.landing.ContractParquet;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Looks at one file where a task runs: its footer against trailer and contract, then its bytes against their hash. */
final class FileInspector {

    private static final int COPY_BYTES = 1 << 20;
    private static final String DELIVER_AGAIN = "have the sender deliver it again, then run with --resume";
    private static final String AGREE_COLUMNS =
            "agree them with the sender, or land the feed through a mapping that leaves them out, then run with"
                    + " --resume";

    private final int number;
    private final LandedPart part;
    private final TableSpec table;

    FileInspector(int number, LandedPart part) {
        this.number = number;
        this.part = part;
        this.table = Catalogue.table(part.table());
    }

    /** What is not in order, the first of it. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient FileFinding finding;

        Broken(FileFinding finding) {
            super(finding.broken());
            this.finding = finding;
        }
    }

    /**
     * Reads the footer and every byte.
     *
     * @throws IOException if the file cannot be read; that is the storage's fault, not the sender's
     */
    FileFinding inspect() throws IOException {
        try {
            long rows = checkFooter();
            String sha256 = sha256();
            if (!sha256.equals(part.sha256())) {
                throw broken("file hashes to " + sha256 + ", the trailer says " + part.sha256(), 1);
            }
            return FileFinding.good(number, rows);
        } catch (Broken broken) {
            return broken.finding;
        }
    }

    private long checkFooter() throws IOException, Broken {
        ParquetMetadata footer = footer();
        long rows = 0;
        for (BlockMetaData block : footer.getBlocks()) {
            rows += block.getRowCount();
        }
        if (rows != part.rows()) {
            throw broken("file has " + rows + " rows, the trailer says " + part.rows(), Math.abs(rows - part.rows()));
        }
        checkColumns(footer);
        return rows;
    }

    private ParquetMetadata footer() throws IOException, Broken {
        FlinkInput input = new FlinkInput(new Path(URI.create(part.uri())), part.bytes());
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            return reader.getFooter();
        } catch (RuntimeException e) {
            throw broken("file is not whole Parquet: " + e.getMessage(), 1);
        }
    }

    private void checkColumns(ParquetMetadata footer) throws Broken {
        MessageType have = footer.getFileMetaData().getSchema();
        MessageType want = ContractParquet.schema(table);
        for (Column column : table.columns()) {
            if (!have.containsField(column.name())) {
                if (column.presence() != Column.Presence.OPTIONAL) {
                    throw broken(
                            "file lacks column " + column.name() + " "
                                    + column.type().sql(),
                            1);
                }
            } else if (!compatible(have.getType(column.name()), want.getType(column.name()))) {
                throw broken(
                        "column " + column.name() + " is " + have.getType(column.name()) + ", the contract says "
                                + column.type().sql(),
                        1);
            } else if (!column.nullable()) {
                checkNoNulls(footer, column.name());
            }
        }
        List<String> extra = new ArrayList<>();
        for (Type type : have.getFields()) {
            if (!want.containsField(type.getName())) {
                extra.add(type.getName());
            }
        }
        if (!extra.isEmpty()) {
            throw new Broken(new FileFinding(
                    number,
                    0,
                    "file has columns the contract does not know: " + extra + "; taking it in would lose them",
                    extra.size(),
                    AGREE_COLUMNS));
        }
    }

    private void checkNoNulls(ParquetMetadata footer, String column) throws Broken {
        long nulls = 0;
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                Statistics<?> statistics = chunk.getStatistics();
                if (chunk.getPath().toArray()[0].equals(column) && statistics != null && statistics.isNumNullsSet()) {
                    nulls += statistics.getNumNulls();
                }
            }
        }
        if (nulls > 0) {
            throw broken("column " + column + " has rows without a value, the contract requires one", nulls);
        }
    }

    /** Same logical type; how a decimal or a timestamp is stored may differ, its scale or unit may not. */
    private static boolean compatible(Type have, Type want) {
        if (!have.isPrimitive() || !want.isPrimitive()) {
            return have.isPrimitive() == want.isPrimitive()
                    && Objects.equals(have.getLogicalTypeAnnotation(), want.getLogicalTypeAnnotation());
        }
        if (want.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation wanted) {
            return have.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation is
                    && is.getScale() == wanted.getScale()
                    && is.getPrecision() <= wanted.getPrecision();
        }
        if (want.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation wanted) {
            return have.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation is
                    && is.getUnit() == wanted.getUnit();
        }
        PrimitiveType.PrimitiveTypeName physical = have.asPrimitiveType().getPrimitiveTypeName();
        return physical == want.asPrimitiveType().getPrimitiveTypeName()
                && Objects.equals(have.getLogicalTypeAnnotation(), want.getLogicalTypeAnnotation());
    }

    private String sha256() throws IOException {
        Path path = new Path(URI.create(part.uri()));
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[COPY_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Broken broken(String what, long count) {
        return new Broken(new FileFinding(number, 0, "feed " + table.name() + ": " + what, count, DELIVER_AGAIN));
    }
}
