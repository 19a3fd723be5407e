package io.daybreak.bench.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/** Spark SQL on {@code local[2]} with the brief's settings, over the files of a plan. */
public final class SparkChild {

    private static final String PREFIX = "@bench ";
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    public static void main(String[] arguments) throws IOException {
        JsonNode plan = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
        try (SparkSession spark = session(plan)) {
            spark.sparkContext().setLogLevel("WARN");
            SpillCounter spilled = new SpillCounter();
            spark.sparkContext().addSparkListener(spilled);
            spark.udf().register("iban_remainder", new IbanRemainder(), DataTypes.IntegerType);
            say("ready");
            for (JsonNode input : plan.path("inputs")) {
                table(spark, input).createOrReplaceTempView(input.path("name").asText());
            }
            for (JsonNode step : plan.path("steps")) {
                run(spark, plan, step);
            }
            say("done");
            tellMachine();
            say("spilled_mib " + spilled.bytes() / BYTES_PER_MIB);
        }
    }

    /**
     * The brief's settings, as far as they apply to one machine: adaptive execution, coalescing, skew joins, Kryo. Its 800
     * shuffle partitions are for 50 nodes.
     */
    private static SparkSession session(JsonNode plan) {
        return SparkSession.builder()
                .appName("daybreak bench " + plan.path("workload").asText())
                .master("local[2]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.local.dir", plan.path("out").asText() + "/spark")
                .config("spark.sql.warehouse.dir", plan.path("out").asText() + "/warehouse")
                .config("spark.sql.adaptive.enabled", true)
                .config("spark.sql.adaptive.coalescePartitions.enabled", true)
                .config("spark.sql.adaptive.skewJoin.enabled", true)
                .config("spark.sql.shuffle.partitions", 8)
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.io.compression.codec", "snappy")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.hadoop.parquet.compression.codec.zstd.level", 1)
                .getOrCreate();
    }

    private static Dataset<Row> table(SparkSession spark, JsonNode input) {
        StringJoiner schema = new StringJoiner(", ");
        for (Iterator<Map.Entry<String, JsonNode>> columns =
                        input.path("columns").fields();
                columns.hasNext(); ) {
            Map.Entry<String, JsonNode> column = columns.next();
            String type = column.getValue().asText();
            schema.add("`" + column.getKey() + "` " + (type.equals("TIMESTAMP(6)") ? "TIMESTAMP_NTZ" : type));
        }
        Dataset<Row> rows = spark.read()
                .schema(schema.toString())
                .parquet(input.path("folder").asText());
        return input.path("rowIds").asBoolean()
                ? rows.selectExpr("*", "_metadata.file_name AS source_file", "_metadata.row_index AS source_row")
                : rows;
    }

    private static void run(SparkSession spark, JsonNode plan, JsonNode step) {
        Dataset<Row> rows = spark.sql(step.path("sql").asText());
        String name = step.path("name").asText();
        switch (step.path("kind").asText()) {
            case "VIEW" -> rows.createOrReplaceTempView(name);
            case "STORED" -> rows.persist(StorageLevel.MEMORY_AND_DISK()).createOrReplaceTempView(name);
            case "OUTPUT" ->
                rows.write()
                        .mode(SaveMode.Overwrite)
                        .option("compression", plan.path("codec").asText())
                        .parquet(plan.path("out").asText() + "/" + name);
            default -> throw new IllegalArgumentException("step " + name + " is of no known kind");
        }
    }

    private static void tellMachine() {
        say("jit_seconds " + ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / MILLIS_PER_SECOND);
        long collection = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collection += collector.getCollectionTime();
        }
        say("gc_seconds " + collection / MILLIS_PER_SECOND);
    }

    private static void say(String line) {
        System.out.println(PREFIX + line);
        System.out.flush();
    }

    private SparkChild() {}
}
