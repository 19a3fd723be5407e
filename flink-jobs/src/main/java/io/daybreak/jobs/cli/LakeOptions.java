package io.daybreak.jobs.cli;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.LakeCatalog;
import io.daybreak.jobs.objects.LakePath;
import io.daybreak.jobs.objects.S3Access;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.UnsupportedFileSystemSchemeException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What it takes to open a lake that is in a bucket; a folder needs nothing. */
final class LakeOptions {

    private static final String GLUE = "glue";
    private static final String DATABASE = "jdbc:postgresql:";

    @Option(
            names = "--catalog",
            paramLabel = "CATALOG",
            defaultValue = "${env:DAYBREAK_CATALOG:-}",
            description = "Of a lake in a bucket: who knows its tables, a jdbc:postgresql: address of a database of its"
                    + " own, or 'glue'. Default: the variable DAYBREAK_CATALOG.")
    String catalog = "";

    /** {@code --lake} as it is typed: a folder, or {@code s3://bucket/prefix}. */
    static final class Address implements ITypeConverter<Path> {
        @Override
        public Path convert(String address) {
            return LakePath.of(address);
        }
    }

    /**
     * The lake with its tables.
     *
     * @throws NightFailure {@link ExitCode#CONFIGURATION} if it is in a bucket and no catalog or no S3 is at hand
     */
    Lake open(Path root) throws IOException {
        if (!LakePath.inBucket(root)) {
            return new Lake(root);
        }
        S3Access access = S3Access.of(environment());
        if (!catalog.equals(GLUE) && !catalog.startsWith(DATABASE)) {
            throw new NightFailure(
                    ExitCode.CONFIGURATION,
                    catalog.isEmpty()
                            ? "a lake in a bucket needs a catalog of its tables"
                            : "--catalog '" + catalog + "' is neither '" + GLUE + "' nor a " + DATABASE + " address",
                    root.toString(),
                    0,
                    "give --catalog " + DATABASE + "//HOST/DATABASE?user=U&password=P, or --catalog " + GLUE
                            + " on AWS, or set DAYBREAK_CATALOG");
        }
        reach(root);
        return new Lake(
                root,
                catalog.equals(GLUE)
                        ? LakeCatalog.glue(access.iceberg())
                        : LakeCatalog.database(catalog, access.iceberg()));
    }

    /** Makes the bucket known to this process; enough for records and landed files. A cluster knows buckets already. */
    static Path reach(Path root) throws IOException {
        if (LakePath.inBucket(root) && !reachable(root)) {
            S3Access.of(environment()).open();
            try {
                FileSystem.get(root.toUri());
            } catch (UnsupportedFileSystemSchemeException e) {
                throw new NightFailure(
                        ExitCode.CONFIGURATION,
                        "Flink's S3 file system is not in the plugin folder FLINK_PLUGINS_DIR",
                        root.toString(),
                        0,
                        "run through ./daybreak, which builds it from flink-jobs/s3 when an s3:// address is given",
                        e);
            }
        }
        return root;
    }

    private static boolean reachable(Path root) throws IOException {
        try {
            FileSystem.get(root.toUri());
            return true;
        } catch (UnsupportedFileSystemSchemeException e) {
            return false;
        }
    }

    private static Map<String, String> environment() {
        return System.getenv();
    }
}
