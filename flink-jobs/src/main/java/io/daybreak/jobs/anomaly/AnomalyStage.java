package io.daybreak.jobs.anomaly;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.sql.SqlFile;
import io.daybreak.jobs.sql.SqlStage;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;

/** Anomalies of the day against the accounts' profiles, and tomorrow's profiles: {@code sql/anomaly}. */
public final class AnomalyStage extends SqlStage {

    private static final int WINDOW_DAYS = 90;
    private static final String DETECTOR = "Detector";

    public AnomalyStage() {
        super(StageSpec.of(
                "anomaly",
                StageClass.CRITICAL,
                "transactions against 90-day profiles, and tomorrow's profiles",
                List.of("enriched_transactions", "opening_activity", "opening_counterparties"),
                List.of("account_profiles", "account_counterparties", "account_activity"),
                List.of(
                        "anomalies",
                        "anomaly_outcomes",
                        "account_activity",
                        "account_profiles",
                        "account_counterparties")));
    }

    /** The detectors of the stage's folder, in file order. */
    public List<SqlFile> detectors() {
        return program().files().stream()
                .filter(file -> file.header().containsKey(DETECTOR))
                .toList();
    }

    /** The name a detector's file declares. */
    public static String name(SqlFile detector) {
        return detector.header().getOrDefault(DETECTOR, "");
    }

    @Override
    protected void prepare(StageContext context, StreamTableEnvironment session) {
        HistogramFunctions.register(session);
        String previous = previousProfile(context);
        LocalDate day = previous.isEmpty() ? context.businessDate().minusDays(1) : LocalDate.parse(previous);
        session.createTemporarySystemFunction("previous_profile", new PreviousProfile(previous));
        session.createTemporarySystemFunction("previous_day", new PreviousDay(day));
        StringJoiner values = new StringJoiner(", ");
        detectors().forEach(detector -> values.add("('" + name(detector) + "')"));
        session.executeSql("CREATE TEMPORARY VIEW declared_detectors AS SELECT CAST(name AS STRING) AS detector FROM "
                + "(VALUES " + values + ") AS declared (name)");
    }

    /** On the first night, days of one account that follow each other are added up before they are sorted by account. */
    @Override
    protected void afterView(StageContext context, StreamTableEnvironment session, String view) {
        if (view.equals(OpeningRuns.VIEW) && previousProfile(context).isEmpty()) {
            OpeningRuns.addUp(session);
        }
    }

    /** The last business date before tonight, within the window, that published profiles; empty if none did. */
    private static String previousProfile(StageContext context) {
        String from = context.businessDate().minusDays(WINDOW_DAYS).toString();
        String last = "";
        for (String date : context.catalog().processingDates(Catalogue.table("account_profiles"))) {
            if (date.compareTo(from) >= 0 && date.compareTo(context.processingDate()) < 0) {
                last = date;
            }
        }
        return last;
    }

    /** {@code previous_profile()}: that date as text, empty on the first night. Constant, so partitions are pruned by it. */
    public static final class PreviousProfile extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final String date;

        public PreviousProfile(String date) {
            this.date = date;
        }

        @DataTypeHint("STRING NOT NULL")
        public String eval() {
            return date;
        }
    }

    /** {@code previous_day()}: the last day of the window the profiles before tonight cover. */
    public static final class PreviousDay extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final LocalDate day;

        public PreviousDay(LocalDate day) {
            this.day = day;
        }

        @DataTypeHint("DATE NOT NULL")
        public LocalDate eval() {
            return day;
        }
    }
}
