package io.daybreak.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SqlFileTest {

    @Test
    void a_header_says_what_the_query_is_for_and_what_it_fills() {
        SqlFile file = SqlFile.parse("a.sql", """
                -- Purpose: cash just below the threshold,
                -- Purpose: in one day
                -- Inserts: alerts
                -- Parameter: floor DECIMAL(18, 2) = 9000 -- a tenth below the threshold
                SELECT * FROM t WHERE amount >= :floor AND note = ':floor' AND x::INT > 0
                """);

        assertThat(file.role()).isEqualTo(SqlFile.Role.INSERTS);
        assertThat(file.target()).isEqualTo("alerts");
        assertThat(file.header()).containsEntry("Purpose", "cash just below the threshold, in one day");
        assertThat(file.parameters().get("floor"))
                .isEqualTo(new SqlFile.Parameter("DECIMAL(18, 2)", "9000", "a tenth below the threshold"));
        assertThat(file.bound())
                .isEqualTo(
                        "SELECT * FROM t WHERE amount >= CAST(9000 AS DECIMAL(18, 2)) AND note = ':floor' AND x::INT > 0");
    }

    @Test
    void a_query_that_fills_nothing_is_refused() {
        assertThatThrownBy(() -> SqlFile.parse("a.sql", "-- Purpose: nothing\nSELECT 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.sql")
                .hasMessageContaining("Inserts, View, Totals");
    }

    @Test
    void a_parameter_that_is_not_declared_is_refused() {
        SqlFile file = SqlFile.parse("a.sql", "-- Purpose: p\n-- View: v\nSELECT :floor");

        assertThatThrownBy(file::bound).hasMessageContaining(":floor");
    }

    @Test
    void two_statements_are_refused() {
        assertThatThrownBy(() -> SqlFile.parse("a.sql", "-- Purpose: p\n-- View: v\nSELECT 1;\nSELECT 2"))
                .hasMessageContaining("one SELECT");
    }
}
