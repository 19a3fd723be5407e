package io.daybreak.bench.kernel;

import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
            "xbrl-csv", "eba.corep-lcr-da-4.2",
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
     * A report of about that many records. Where facts must be unique (the XBRL engines) it is the sample itself, and its
     * records are its facts.
     */
    public Report of(int records) throws IOException {
        ReportInput sample = format.sample();
        boolean unique = format.spec().engine().startsWith("xbrl");
        Map<String, RecordGroup> groups = new LinkedHashMap<>();
        long count = 0;
        for (GroupModel group : format.input().groups()) {
            RecordGroup given = sample.groups().get(group.name());
            if (given == null) {
                continue;
            }
            List<Row> rows = new ArrayList<>();
            given.rows().forEachRemaining(rows::add);
            boolean stretched = count == 0 && !rows.isEmpty() && (unique || isLeaf(group));
            count = stretched ? (unique ? rows.size() : records) : count;
            groups.put(
                    group.name(),
                    new RecordGroup(
                            group.name(),
                            given.columns(),
                            stretched && !unique ? new Stretched(rows, records) : rows.iterator()));
        }
        if (count == 0) {
            throw new IOException("the sample of " + format.id() + " has no records");
        }
        return new Report(new ReportInput(sample.header(), groups), count);
    }

    private boolean isLeaf(GroupModel group) {
        return format.input().groups().stream()
                .noneMatch(other -> other.parent().equals(Optional.of(group.name())));
    }

    /** Each row many times before the next, so that rows stay beside their parents. */
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
            return rows.get((int) (next++ * rows.size() / records));
        }
    }
}
