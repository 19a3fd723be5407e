package io.daybreak.jobs.feeds;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.lit;
import static org.apache.flink.table.api.Expressions.nullOf;

import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.ColumnType;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.LandedSource;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.RunFunctions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.utils.TypeConversions;
import org.apache.flink.util.OutputTag;

/**
 * The job that lands one feed: reads the sources, runs the mappings' SELECTs, sorts what they give by the feed's key and
 * every other column, and writes it with one task, so that the files depend on nothing but the rows. In the same job, from
 * the same rows: what did not read, and the counts the landing is checked by.
 */
final class FeedJob {

    /** Beside the files, until the landing is checked: what was read of each source. */
    static final String COUNTS = "_counts.jsonl";

    private static final String MAPPING_NUMBER = "mapping_number";

    private final TableSpec feed;
    private final LocalDate businessDate;
    private final NightSettings settings;
    private final Path folder;
    private final StreamExecutionEnvironment environment;
    private final List<DataStream<RowData>> mapped = new ArrayList<>();
    private final List<DataStream<RowData>> counts = new ArrayList<>();
    private final List<DataStream<RowData>> unparsed = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** @param folder an empty one, which nobody reads yet */
    FeedJob(
            TableSpec feed,
            LocalDate businessDate,
            NightSettings settings,
            Path folder,
            StreamExecutionEnvironment environment) {
        this.feed = feed;
        this.businessDate = businessDate;
        this.settings = settings;
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Adds a mapping to the job.
     *
     * @param files of each source, in the order of the mapping's sources
     * @throws IllegalArgumentException if the SELECT does not give the feed's columns
     */
    void add(FeedMapping mapping, List<List<SourceFile>> files) {
        StreamTableEnvironment session = session();
        for (int i = 0; i < files.size(); i++) {
            SourceLayout source = mapping.sources().get(i);
            addSource(session, mapping, source, files.get(i));
        }
        Table rows = shaped(mapping, session.sqlQuery(mapping.sql().bound()), names.size());
        mapped.add(session.toDataStream(rows, bridged(landedType())));
        names.add(mapping.name());
    }

    private void addSource(
            StreamTableEnvironment session, FeedMapping mapping, SourceLayout source, List<SourceFile> files) {
        String all = source.where().isEmpty() ? source.name() : source.name() + "__all";
        if (source.format() == SourceLayout.Format.PARQUET) {
            ParquetSource.createView(session, all, source, files);
        } else {
            session.createTemporaryView(all, session.fromDataStream(read(mapping, source, files)));
        }
        String inside = source.where().isEmpty() ? "TRUE" : "(" + mapping.bound(source.where()) + ") IS TRUE";
        if (!source.where().isEmpty()) {
            session.executeSql(
                    "CREATE TEMPORARY VIEW `" + source.name() + "` AS SELECT * FROM `" + all + "` WHERE " + inside);
        }
        boolean summed =
                source.name().equals(mapping.each()) && !mapping.amount().isEmpty();
        Table count = session.sqlQuery("SELECT '" + label(mapping, source) + "' AS source, COUNT(*) AS row_count,"
                + " COUNT(*) FILTER (WHERE " + inside + ") AS inside, CAST(COALESCE(SUM("
                + (summed ? "CASE WHEN " + inside + " THEN `" + mapping.amount() + "` END" : "0")
                + "), 0) AS DECIMAL(38, 2)) AS amount FROM `" + all + "`");
        counts.add(session.toDataStream(count, bridged(countType())));
    }

    private DataStream<RowData> read(FeedMapping mapping, SourceLayout source, List<SourceFile> files) {
        OutputTag<RowData> tag = new OutputTag<>("unparsed", InternalTypeInfo.of(SourceRows.unparsedType()));
        SingleOutputStreamOperator<RowData> rows = environment
                .fromData(files.stream().map(SourceFile::path).toList(), Types.STRING)
                .rebalance()
                .process(new SourceRows(label(mapping, source), source, tag))
                .name("read " + label(mapping, source))
                .returns(InternalTypeInfo.of(SourceRows.rowType(source)));
        unparsed.add(rows.getSideOutput(tag));
        return rows;
    }

    static String label(FeedMapping mapping, SourceLayout source) {
        return mapping.name() + ":" + source.name();
    }

    /** Connects everything to its files. */
    void finish() {
        List<String> order = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>(feed.key());
        columns.addAll(feed.columnNames());
        for (String column : columns) {
            ColumnType type = feed.columns().get(feed.indexOf(column)).type();
            if (type != ColumnType.INTS && type != ColumnType.BIGINTS && type != ColumnType.STRINGS) {
                order.add(column);
            }
        }
        order.add(MAPPING_NUMBER);
        sorted(mapped, order, landedType())
                .sinkTo(new LandingSink(feed, businessDate, folder, names))
                .setParallelism(1)
                .name("land " + feed.name());
        sorted(counts, List.of("source"), countType())
                .sinkTo(new JsonLinesSink(folder.resolve(COUNTS), countType()))
                .setParallelism(1)
                .name("counts");
        if (!unparsed.isEmpty()) {
            RowType type = SourceRows.unparsedType();
            sorted(unparsed, List.of("source", "file", "line", "ordinal"), type)
                    .sinkTo(new JsonLinesSink(folder.resolve(LandedFeed.UNPARSED), type))
                    .setParallelism(1)
                    .name("unparsed");
        }
    }

    private DataStream<RowData> sorted(List<DataStream<RowData>> streams, List<String> order, RowType type) {
        DataStream<RowData> all = streams.get(0);
        for (DataStream<RowData> other : streams.subList(1, streams.size())) {
            all = all.union(other);
        }
        StreamTableEnvironment session = session();
        session.createTemporaryView("unsorted", all);
        Table sorted = session.sqlQuery("SELECT * FROM unsorted ORDER BY `" + String.join("`, `", order) + "`");
        return session.toDataStream(sorted, bridged(type));
    }

    /** The feed's columns by name, in its order and types; a column that may be missing need not be selected. */
    private Table shaped(FeedMapping mapping, Table rows, int number) {
        Set<String> have = new TreeSet<>(rows.getResolvedSchema().getColumnNames());
        Set<String> extra = new TreeSet<>(have);
        extra.removeAll(feed.columnNames());
        if (!extra.isEmpty()) {
            throw new IllegalArgumentException(
                    "mapping " + mapping.name() + " selects " + extra + ", which " + feed.name() + " does not have");
        }
        List<ApiExpression> select = new ArrayList<>();
        for (Column column : feed.columns()) {
            DataType type = LandedSource.dataType(column.type());
            if (have.contains(column.name())) {
                select.add($(column.name()).cast(type).as(column.name()));
            } else if (column.nullable()) {
                select.add(nullOf(type).as(column.name()));
            } else {
                throw new IllegalArgumentException("mapping " + mapping.name() + " does not select " + column.name()
                        + ", which " + feed.name() + " requires");
            }
        }
        select.add(lit(number).as(MAPPING_NUMBER));
        return rows.select(select.toArray(ApiExpression[]::new));
    }

    private StreamTableEnvironment session() {
        StreamTableEnvironment session = StreamTableEnvironment.create(
                environment, EnvironmentSettings.newInstance().inBatchMode().build());
        session.getConfig().set("table.local-time-zone", "UTC");
        RunFunctions.register(session, businessDate, settings);
        session.createTemporarySystemFunction("class_counts", new ClassCounts());
        return session;
    }

    /** The feed's columns, every one nullable (the contract is checked when a row is written), and the mapping. */
    private RowType landedType() {
        List<RowType.RowField> fields = new ArrayList<>();
        for (Column column : feed.columns()) {
            LogicalType type = LandedSource.dataType(column.type()).getLogicalType();
            fields.add(new RowType.RowField(column.name(), type.copy(true)));
        }
        fields.add(new RowType.RowField(MAPPING_NUMBER, DataTypes.INT().getLogicalType()));
        return new RowType(false, fields);
    }

    private static RowType countType() {
        return (RowType) DataTypes.ROW(
                        DataTypes.FIELD("source", DataTypes.STRING()),
                        DataTypes.FIELD("row_count", DataTypes.BIGINT()),
                        DataTypes.FIELD("inside", DataTypes.BIGINT()),
                        DataTypes.FIELD("amount", DataTypes.DECIMAL(38, 2)))
                .notNull()
                .getLogicalType();
    }

    private static DataType bridged(RowType type) {
        return TypeConversions.fromLogicalToDataType(type).bridgedTo(RowData.class);
    }
}
