package io.daybreak.jobs.stage;

import java.time.LocalDate;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * The run's parameters as functions, so that a {@code .sql} file is complete as it stands: {@code business_date()},
 * {@code processing_date()}, {@code base_currency()}. They are constants; the planner folds them and prunes by them.
 * Beside them two aggregates whose answer does not depend on the order of rows: {@code distinct_list(text)} and {@code
 * content_hash(column, ...)}; and the sliding frames of {@link Within}.
 */
public final class RunFunctions {

    /** Makes them known to a session. */
    public static void register(StreamTableEnvironment session, LocalDate businessDate, NightSettings settings) {
        session.createTemporarySystemFunction("business_date", new BusinessDate(businessDate));
        session.createTemporarySystemFunction("processing_date", new Text(businessDate.toString()));
        session.createTemporarySystemFunction("base_currency", new Text(settings.baseCurrency()));
        session.createTemporarySystemFunction("content_hash", new ContentHash());
        session.createTemporarySystemFunction("distinct_list", new DistinctList());
        Within.register(session);
    }

    /** A constant date. */
    public static final class BusinessDate extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final LocalDate value;

        public BusinessDate(LocalDate value) {
            this.value = value;
        }

        @DataTypeHint("DATE NOT NULL")
        public LocalDate eval() {
            return value;
        }
    }

    /** A constant text. */
    public static final class Text extends ScalarFunction {
        private static final long serialVersionUID = 1L;
        private final String value;

        public Text(String value) {
            this.value = value;
        }

        @DataTypeHint("STRING NOT NULL")
        public String eval() {
            return value;
        }
    }

    private RunFunctions() {}
}
