package io.daybreak.jobs.analytics;

import io.daybreak.jobs.analytics.LifetimeModels.Buyer;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;
import org.jspecify.annotations.Nullable;

/** The functions {@code sql/analytics} calls; each maps nulls over {@link LifetimeModels}. */
final class LifetimeFunctions {

    /** Makes the functions known under the given models, in place of any before. */
    static void register(StreamTableEnvironment session, LifetimeModels models) {
        replace(session, "probability_active", new ProbabilityActive(models));
        replace(session, "expected_purchases", new ExpectedPurchases(models));
        replace(session, "expected_spend", new ExpectedSpend(models));
    }

    private static void replace(StreamTableEnvironment session, String name, ScalarFunction function) {
        session.dropTemporarySystemFunction(name);
        session.createTemporarySystemFunction(name, function);
    }

    /** {@link LifetimeModels#probabilityActive}. */
    public static final class ProbabilityActive extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final LifetimeModels models;

        public ProbabilityActive(LifetimeModels models) {
            this.models = models;
        }

        public @Nullable Double eval(
                @Nullable Integer repeatDays, @Nullable Double weeksToLast, @Nullable Double weeksObserved) {
            return repeatDays == null || weeksToLast == null || weeksObserved == null
                    ? null
                    : models.probabilityActive(new Buyer(repeatDays, weeksToLast, weeksObserved, 0));
        }
    }

    /** {@link LifetimeModels#expectedPurchases}. */
    public static final class ExpectedPurchases extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final LifetimeModels models;

        public ExpectedPurchases(LifetimeModels models) {
            this.models = models;
        }

        public @Nullable Double eval(
                @Nullable Integer repeatDays,
                @Nullable Double weeksToLast,
                @Nullable Double weeksObserved,
                @Nullable Double weeks) {
            return repeatDays == null || weeksToLast == null || weeksObserved == null || weeks == null
                    ? null
                    : models.expectedPurchases(new Buyer(repeatDays, weeksToLast, weeksObserved, 0), weeks);
        }
    }

    /** {@link LifetimeModels#expectedSpend}. */
    public static final class ExpectedSpend extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final LifetimeModels models;

        public ExpectedSpend(LifetimeModels models) {
            this.models = models;
        }

        public @Nullable Double eval(@Nullable Integer repeatDays, @Nullable Double meanSpend) {
            return repeatDays == null || meanSpend == null ? null : models.expectedSpend(repeatDays, meanSpend);
        }
    }

    private LifetimeFunctions() {}
}
