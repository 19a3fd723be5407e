package io.daybreak.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.reconcile.ColumnLineage.Origin;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;

class ColumnLineageTest {

    @Test
    void a_value_is_traced_through_a_view_a_join_and_a_sum() {
        TableEnvironment session = TableEnvironment.create(
                EnvironmentSettings.newInstance().inBatchMode().build());
        session.executeSql("CREATE TEMPORARY TABLE paid (id STRING, price DECIMAL(18,2), number BIGINT)"
                + " WITH ('connector' = 'datagen', 'number-of-rows' = '1')");
        session.executeSql("CREATE TEMPORARY TABLE names (id STRING, name STRING)"
                + " WITH ('connector' = 'datagen', 'number-of-rows' = '1')");
        session.executeSql("CREATE TEMPORARY VIEW worth AS SELECT id, price * number AS amount FROM paid");

        Map<String, List<Origin>> origins = ColumnLineage.of(session.sqlQuery(
                "SELECT n.name AS who, SUM(w.amount) AS total, 'x' AS fixed FROM worth AS w JOIN names AS n ON w.id = n.id"
                        + " GROUP BY n.name"));

        assertThat(origins.get("who")).containsExactly(new Origin("names", "name"));
        assertThat(origins.get("total")).containsExactly(new Origin("paid", "number"), new Origin("paid", "price"));
        assertThat(origins.get("fixed")).isEmpty();
    }
}
