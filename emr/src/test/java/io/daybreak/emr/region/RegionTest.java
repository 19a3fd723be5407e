package io.daybreak.emr.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.launch.Nights;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.price.PriceBook;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RegionTest {
    private final Residency rules = Residency.shipped();

    @Test
    void within_the_jurisdiction_everything_classified_may_go() {
        assertThat(rules.check(Nights.GRAPH, "us-east-1", "us-west-2")).allMatch(Residency.Verdict::allowed);
    }

    @Test
    void personal_data_and_suspicions_stay_and_market_data_goes() {
        assertThat(rules.check("landing.customers", "us-east-1", "eu-west-1").allowed())
                .isFalse();
        assertThat(rules.check("aml_alerts", "us-east-1", "eu-west-1").reason()).contains("stays in US");
        assertThat(rules.check("landing.market_history", "us-east-1", "eu-west-1")
                        .allowed())
                .isTrue();
    }

    @Test
    void a_table_nobody_classified_goes_nowhere_not_even_next_door() {
        Residency.Verdict verdict = rules.check("brand_new_table", "us-east-1", "us-east-2");

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).isEqualTo("not classified");
    }

    @Test
    void every_table_of_the_built_in_graph_is_classified() {
        assertThat(rules.check(Nights.GRAPH, "us-east-1", "us-east-1")).allMatch(Residency.Verdict::allowed);
    }

    @Test
    void an_unknown_region_and_a_class_without_a_rule_are_refused() {
        assertThatThrownBy(() -> rules.check("landing.customers", "us-east-1", "mars-1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mars-1");
        String broken = DataFile.toJson(rules).replace("\"PERSONAL\" : \"SAME_JURISDICTION\",", "");
        assertThatThrownBy(() -> DataFile.parse("mine.json", broken, Residency.class))
                .hasMessageContaining("PERSONAL");
    }

    @Test
    void replication_is_priced_by_the_gb_the_request_and_the_month() {
        ReplicationCost cost =
                ReplicationCost.of(PriceBook.shipped("us-east-1"), "us-west-2", new BigDecimal("4000"), 100_000);

        // 4,000 x 0.02; 100 x 0.005; 4,000 x 365 x 0.0125
        assertThat(cost.transferUsdPerNight()).isEqualByComparingTo("80.00");
        assertThat(cost.requestsUsdPerNight()).isEqualByComparingTo("0.50");
        assertThat(cost.storageUsdPerMonth()).isEqualByComparingTo("18250.00");
    }
}
