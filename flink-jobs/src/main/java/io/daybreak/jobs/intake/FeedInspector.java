package io.daybreak.jobs.intake;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedReader;
import io.daybreak.jobs.landing.ContractParquet;
import io.daybreak.jobs.landing.LandingPaths;
import io.daybreak.jobs.landing.Trailer;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Looks at one feed's folder before a row of it is used: trailer, hashes, footers. Reads no column data. */
final class FeedInspector {

    private static final int COPY_BYTES = 1 << 16;

    private final TableSpec table;
    private final Path folder;
    private final LocalDate businessDate;

    FeedInspector(TableSpec table, Path folder, LocalDate businessDate) {
        this.table = table;
        this.folder = folder;
        this.businessDate = businessDate;
    }

    /**
     * Checks the feed and returns its trailer; nothing if an optional feed did not come.
     *
     * @param earlier feed and business date under which a file with some hash was taken in before
     * @throws NightFailure {@link ExitCode#INPUT_MISSING} if feed or trailer is not there, {@link ExitCode#DATA_HOLD}
     *     if what is there is not what the trailer and the contract say
     */
    @Nullable Trailer inspect(Map<String, String> earlier) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (table.kind() == TableSpec.Kind.LANDED_OPTIONAL) {
                return null;
            }
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "feed " + table.name() + " has not landed",
                    folder.toString(),
                    0,
                    "ask the sender, or land it there with its " + LandingPaths.TRAILER + ", then run with --resume");
        }
        Trailer trailer = trailer();
        checkFiles(trailer, earlier);
        return trailer;
    }

    /** Rows of a feed by the footers of its files, whatever its trailer says. */
    static long footerRows(Path folder) throws IOException {
        long rows = 0;
        for (Path file : LandedReader.dataFiles(folder)) {
            HadoopInputFile input =
                    HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false));
            try (ParquetFileReader reader = ParquetFileReader.open(input)) {
                rows += reader.getRecordCount();
            }
        }
        return rows;
    }

    private Trailer trailer() {
        Path path = folder.resolve(LandingPaths.TRAILER);
        if (!Files.isRegularFile(path)) {
            throw new NightFailure(
                    ExitCode.INPUT_MISSING,
                    "feed " + table.name() + " has no trailer: it may still be arriving",
                    path.toString(),
                    0,
                    "wait for the sender's trailer, then run with --resume");
        }
        Trailer trailer;
        try {
            trailer = Trailer.read(folder);
        } catch (IOException e) {
            throw hold(e.getMessage() == null ? "trailer is not readable" : e.getMessage(), path, 1);
        }
        if (!trailer.feed().equals(table.name()) || !trailer.businessDate().equals(businessDate)) {
            throw hold(
                    "trailer is of " + trailer.feed() + " " + trailer.businessDate() + ", not of " + table.name() + " "
                            + businessDate,
                    path,
                    1);
        }
        return trailer;
    }

    private void checkFiles(Trailer trailer, Map<String, String> earlier) throws IOException {
        List<Path> files = LandedReader.dataFiles(folder);
        List<String> present =
                files.stream().map(f -> f.getFileName().toString()).toList();
        List<String> promised =
                trailer.files().stream().map(Trailer.FileEntry::name).toList();
        for (String name : promised) {
            if (!present.contains(name)) {
                throw hold("trailer names a file that is not there: " + name, folder.resolve(name), 1);
            }
        }
        for (String name : present) {
            if (!promised.contains(name)) {
                throw hold("file is not in the trailer: " + name, folder.resolve(name), 1);
            }
        }
        Map<String, String> hashes = new HashMap<>();
        for (Trailer.FileEntry entry : trailer.files()) {
            Path file = folder.resolve(entry.name());
            String before = hashes.put(entry.sha256(), entry.name());
            if (before != null) {
                throw hold("file has the same bytes as " + before + ": delivered twice", file, entry.rows());
            }
            String source = earlier.get(entry.sha256());
            if (source != null && entry.rows() > 0) {
                throw hold(
                        "file has the same bytes as one taken in as " + source + ": delivered twice",
                        file,
                        entry.rows());
            }
            checkFile(file, entry);
        }
    }

    private void checkFile(Path file, Trailer.FileEntry entry) throws IOException {
        long bytes = Files.size(file);
        if (bytes != entry.bytes()) {
            throw hold(
                    "file has " + bytes + " bytes, the trailer says " + entry.bytes() + ": truncated or changed",
                    file,
                    1);
        }
        ParquetMetadata footer = footer(file);
        long rows = 0;
        for (BlockMetaData block : footer.getBlocks()) {
            rows += block.getRowCount();
        }
        if (rows != entry.rows()) {
            throw hold(
                    "file has " + rows + " rows, the trailer says " + entry.rows(),
                    file,
                    Math.abs(rows - entry.rows()));
        }
        checkColumns(file, footer);
        String sha256 = sha256(file);
        if (!sha256.equals(entry.sha256())) {
            throw hold("file hashes to " + sha256 + ", the trailer says " + entry.sha256(), file, 1);
        }
    }

    private ParquetMetadata footer(Path file) throws IOException {
        HadoopInputFile input =
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false));
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            return reader.getFooter();
        } catch (RuntimeException e) {
            throw hold("file is not whole Parquet: " + e.getMessage(), file, 1);
        }
    }

    private void checkColumns(Path file, ParquetMetadata footer) {
        MessageType have = footer.getFileMetaData().getSchema();
        MessageType want = ContractParquet.schema(table);
        for (Column column : table.columns()) {
            if (!have.containsField(column.name())) {
                if (column.presence() != Column.Presence.OPTIONAL) {
                    throw hold(
                            "file lacks column " + column.name() + " "
                                    + column.type().sql(),
                            file,
                            1);
                }
            } else if (!compatible(have.getType(column.name()), want.getType(column.name()))) {
                throw hold(
                        "column " + column.name() + " is " + have.getType(column.name()) + ", the contract says "
                                + column.type().sql(),
                        file,
                        1);
            } else if (!column.nullable()) {
                checkNoNulls(file, footer, column.name());
            }
        }
        List<String> extra = new ArrayList<>();
        for (Type type : have.getFields()) {
            if (!want.containsField(type.getName())) {
                extra.add(type.getName());
            }
        }
        if (!extra.isEmpty()) {
            throw new NightFailure(
                    ExitCode.DATA_HOLD,
                    "file has columns the contract does not know: " + extra + "; taking it in would lose them",
                    file.toString(),
                    extra.size(),
                    "agree them with the sender, or land the feed through a mapping that leaves them out, then run with"
                            + " --resume");
        }
    }

    private void checkNoNulls(Path file, ParquetMetadata footer, String column) {
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
            throw hold("column " + column + " has rows without a value, the contract requires one", file, nulls);
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

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[COPY_BYTES];
            while (digest.read(buffer) >= 0) {
                // the stream digests what it hands over
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private NightFailure hold(String what, Path file, long count) {
        return new NightFailure(
                ExitCode.DATA_HOLD,
                "feed " + table.name() + ": " + what,
                file.toString(),
                count,
                "have the sender deliver it again, then run with --resume");
    }
}
