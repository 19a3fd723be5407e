package io.daybreak.bench.kernel;

import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports of any length from a format's own sample: the rows of its first group without children, each many times. */
public final class ReportSamples {

    /** One format for each engine of report-writers that writes long files. */
    public static final Map<String, String> FORMATS = new TreeMap<>(Map.of(
            "xml", "camt.054.001.08",
            "delimited", "fr2052a.outflows-deposits",
            "fixed", "irs.fire.1099-int",
            "tag", "swift.mt103",
            "fix", "fix.execution-report",
            "json", "suade.fire.loan",
            "sdmx", "ecb.ancrdt-fnncl-c",
            "xbrl-csv", "eba.corep-le-4.2",
            "xbrl", "ffiec.041"));

    private final ReportFormat format;

    public ReportSamples(ReportFormat format) {
        this.format = format;
    }

    /**
     * A report.
     *
     * @param records rows of the group that was made long
     */
    public record Report(ReportInput input, long records) {}

    public ReportFormat format() {
        return format;
    }

    public String id() {
        return format.id();
    }

    /**
     * A report of that many records. An XBRL instance has every monetary item once and so is as long as its taxonomy; in a package
     * the first fact that has open keys is given under that many keys.
     */
    public Report of(int records) throws IOException {
        ReportInput sample = format.sample();
        return switch (format.spec().engine()) {
            case "xbrl" -> everyItem(sample);
            case "xbrl-csv" -> manyKeys(sample, records);
            default -> stretched(sample, records);
        };
    }

    private Report stretched(ReportInput sample, int records) throws IOException {
        Map<String, RecordGroup> groups = new LinkedHashMap<>();
        boolean done = false;
        for (GroupModel group : format.input().groups()) {
            RecordGroup given = sample.groups().get(group.name());
            if (given == null) {
                continue;
            }
            List<Row> rows = rows(given);
            boolean stretch = !done && !rows.isEmpty() && isLeaf(group);
            done |= stretch;
            groups.put(
                    group.name(),
                    new RecordGroup(
                            group.name(), given.columns(), stretch ? new Stretched(rows, records) : rows.iterator()));
        }
        if (!done) {
            throw new IOException("the sample of " + format.id() + " has no records");
        }
        return new Report(new ReportInput(sample.header(), groups), records);
    }

    private static List<Row> rows(RecordGroup group) {
        List<Row> rows = new ArrayList<>();
        group.rows().forEachRemaining(rows::add);
        return rows;
    }

    private Report everyItem(ReportInput sample) {
        List<Row> rows = new ArrayList<>();
        for (String item :
                format.spec().layout().path("monetary").asText().trim().split("\\s+")) {
            rows.add(Row.of(item, BigDecimal.valueOf(1_000L * (rows.size() + 1)), null));
        }
        RecordGroup facts = new RecordGroup("facts", List.of("item", "number", "text"), rows.iterator());
        return new Report(new ReportInput(sample.header(), Map.of("facts", facts)), rows.size());
    }

    private Report manyKeys(ReportInput sample, int records) throws IOException {
        RecordGroup given = Objects.requireNonNull(sample.groups().get("facts"));
        List<Integer> keys = IntStream.range(0, given.columns().size())
                .filter(i -> given.columns().get(i).startsWith("key_"))
                .boxed()
                .toList();
        Row keyed = rows(given).stream()
                .filter(row -> keys.stream().anyMatch(key -> row.value(key) != null))
                .findFirst()
                .orElseThrow(() -> new IOException("no fact of " + format.id() + " has an open key"));
        Iterator<Row> rows = IntStream.range(0, records)
                .<Row>mapToObj(number -> position -> {
                    Object value = keyed.value(position);
                    return keys.contains(position) && value != null ? "%s-%08d".formatted(value, number) : value;
                })
                .iterator();
        RecordGroup facts = new RecordGroup("facts", given.columns(), rows);
        return new Report(new ReportInput(sample.header(), Map.of("facts", facts)), records);
    }

    private boolean isLeaf(GroupModel group) {
        return format.input().groups().stream()
                .noneMatch(other -> other.parent().equals(Optional.of(group.name())));
    }

    /**
     * Each row many times before the next, so that rows stay beside their parents. Amounts differ from record to record; names, codes and
     * dates are the sample's.
     */
    private static final class Stretched implements Iterator<Row> {
        private final List<Row> rows;
        private final long records;
        private long next;

        Stretched(List<Row> rows, long records) {
            this.rows = rows;
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return next < records;
        }

        @Override
        public Row next() {
            if (next >= records) {
                throw new java.util.NoSuchElementException("after " + records + " records");
            }
            long number = next++;
            Row row = rows.get((int) (number * rows.size() / records));
            return position -> varied(row.value(position), number);
        }

        private static @Nullable Object varied(@Nullable Object value, long number) {
            return value instanceof BigDecimal amount && amount.precision() - amount.scale() > 1
                    ? BigDecimal.valueOf(number * 100 + 50, 2)
                    : value;
        }
    }
}
