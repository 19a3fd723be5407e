package io.daybreak.jobs.analytics;

import io.daybreak.jobs.analytics.LifetimeModels.Buyer;
import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.sql.SqlStage;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.stage.StageSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;

/**
 * Segments, lifetime value and recommendations, published and written to the insights database: {@code sql/analytics}.
 * The lifetime models are fitted to tonight's purchase histories before the customers are scored with them.
 */
public final class AnalyticsStage extends SqlStage {

    public AnalyticsStage() {
        super(StageSpec.of(
                "analytics",
                StageClass.LOW,
                "segments, lifetime value and recommendations into the insights database",
                List.of("enriched_transactions", "opening_purchases"),
                List.of("purchase_history", "customer_categories"),
                List.of("purchase_history", "customer_categories", "customer_insights", "recommendations")));
    }

    @Override
    protected void prepare(StageContext context, StreamTableEnvironment session) {
        String previous = "";
        for (String date : context.catalog().processingDates(Catalogue.table("purchase_history"))) {
            previous = date.compareTo(context.processingDate()) < 0 ? date : previous;
        }
        session.createTemporarySystemFunction("previous_history", new PreviousHistory(previous));
        LifetimeFunctions.register(session, LifetimeModels.NONE);
    }

    @Override
    protected void afterView(StageContext context, StreamTableEnvironment session, String view) throws Exception {
        if (view.equals("fitting_sample")) {
            List<Buyer> buyers = new ArrayList<>();
            for (Row row : StageContext.collect(session, "SELECT * FROM fitting_sample")) {
                buyers.add(new Buyer(
                        row.getFieldAs("repeat_days"),
                        row.getFieldAs("weeks_to_last"),
                        row.getFieldAs("weeks_observed"),
                        row.getFieldAs("mean_spend")));
            }
            LifetimeFunctions.register(session, LifetimeModels.fit(buyers));
        }
    }

    @Override
    protected void addMore(StageContext context, StreamTableEnvironment session, StatementSet statements)
            throws Exception {
        if (!context.insights().isEmpty()) {
            try (InsightsDatabase database = InsightsDatabase.at(context.insights())) {
                database.startLoad();
            }
            InsightsSink.addInserts(session, statements, context.insights());
        }
    }

    @Override
    protected void finish(StageContext context) throws Exception {
        if (!context.insights().isEmpty()) {
            try (InsightsDatabase database = InsightsDatabase.at(context.insights())) {
                database.finishLoad(context.businessDate());
            }
        }
    }

    /** With an insights database, what it holds of the date must be what is staged. */
    @Override
    public List<ControlTotal> totals(StageContext context) throws Exception {
        List<ControlTotal> totals = new ArrayList<>(super.totals(context));
        if (!context.insights().isEmpty()) {
            StreamTableEnvironment session = context.session();
            for (Row row : StageContext.collect(
                    session, "SELECT COUNT(*), COALESCE(SUM(spend_base), 0) FROM staged_customer_insights")) {
                totals.add(database(context, ControlTotal.Side.IN, row.getFieldAs(0), row.getFieldAs(1)));
            }
            try (InsightsDatabase database = InsightsDatabase.at(context.insights())) {
                InsightsDatabase.Load load = database.lastLoad(context.businessDate());
                totals.add(database(context, ControlTotal.Side.OUT, load.customers(), load.spendBase()));
            }
        }
        return List.copyOf(totals);
    }

    private static ControlTotal database(StageContext context, ControlTotal.Side side, long rows, BigDecimal amount) {
        return new ControlTotal("insights database", side, context.settings().baseCurrency(), rows, amount);
    }

    /** {@code previous_history()}: the last earlier business date with a purchase history, empty on the first night. */
    public static final class PreviousHistory extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final String date;

        public PreviousHistory(String date) {
            this.date = date;
        }

        @DataTypeHint("STRING NOT NULL")
        public String eval() {
            return date;
        }
    }
}
