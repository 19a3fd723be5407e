package io.daybreak.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ControlTotal.Side;
import io.daybreak.jobs.stage.StageClass;
import io.daybreak.jobs.stage.StageSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlChainTest {

    private static final StageSpec INTAKE = spec("intake", List.of("transactions"), List.of("feed_totals"));
    private static final StageSpec PREPARE =
            spec("prepare", List.of("feed_totals"), List.of("enriched_transactions", "rejected_transactions"));
    private static final StageSpec AML = spec("aml", List.of("enriched_transactions"), List.of("aml_alerts"));
    private static final StageSpec RISK = spec("risk", List.of("positions"), List.of("risk_measures"));

    @Test
    void a_stage_that_took_in_what_was_given_out_holds_the_chain() {
        ControlChain chain = chain(
                record("intake", out("*", 3, "0"), out("EUR", 0, "30.00")),
                record("prepare", in("EUR", 3, "30.00"), out("EUR", 2, "20.00")),
                record("aml", in("EUR", 2, "20.00")));

        assertThat(chain.breaks()).isEmpty();
        assertThat(chain.links()).isEqualTo(2);
    }

    @Test
    void a_cent_lost_between_two_stages_breaks_it() {
        ControlChain chain = chain(
                record("prepare", out("EUR", 2, "20.00"), out("USD", 1, "5.00")),
                record("aml", in("EUR", 2, "19.99"), in("USD", 1, "5.00")));

        assertThat(chain.breaks()).singleElement().satisfies(link -> {
            assertThat(link.stage()).isEqualTo("aml");
            assertThat(link.from()).isEqualTo("prepare");
            assertThat(link.what())
                    .isEqualTo(
                            "transactions EUR: stage prepare gave out 2 rows of 20.00, stage aml took in 2 rows of 19.99");
        });
    }

    @Test
    void a_currency_that_never_arrived_breaks_it() {
        ControlChain chain = chain(
                record("prepare", out("EUR", 2, "20.00"), out("USD", 1, "5.00")), record("aml", in("EUR", 2, "20.00")));

        assertThat(chain.breaks()).extracting(ControlChain.Break::count).containsExactly(1L, 1L);
    }

    @Test
    void rows_counted_over_all_currencies_are_compared_as_a_whole() {
        ControlChain chain = chain(
                record("intake", out("*", 4, "0"), out("EUR", 0, "30.00")), record("prepare", in("EUR", 3, "30.00")));

        assertThat(chain.breaks()).singleElement().satisfies(link -> {
            assertThat(link.count()).isEqualTo(1);
            assertThat(link.what()).contains("4 rows").contains("3 rows");
        });
    }

    @Test
    void a_stage_is_compared_only_with_stages_whose_tables_it_reads() {
        ControlChain chain = chain(record("risk", out("EUR", 9, "9.00")), record("aml", in("EUR", 2, "20.00")));

        assertThat(chain.breaks()).isEmpty();
        assertThat(chain.links()).isZero();
    }

    private static ControlChain chain(StageRecord... records) {
        Map<String, StageRecord> byStage = new java.util.HashMap<>();
        for (StageRecord each : records) {
            byStage.put(each.stage(), each);
        }
        return new ControlChain(List.of(INTAKE, RISK, PREPARE, AML), byStage);
    }

    private static StageSpec spec(String name, List<String> reads, List<String> writes) {
        return StageSpec.of(name, StageClass.CRITICAL, name, reads, List.of(), writes);
    }

    private static StageRecord record(String stage, ControlTotal... totals) {
        return new StageRecord(stage, StageRecord.State.PUBLISHED, 0, 1, 1, List.of(), List.of(totals));
    }

    private static ControlTotal in(String currency, long rows, String amount) {
        return new ControlTotal("transactions", Side.IN, currency, rows, new BigDecimal(amount));
    }

    private static ControlTotal out(String currency, long rows, String amount) {
        return new ControlTotal("transactions", Side.OUT, currency, rows, new BigDecimal(amount));
    }
}
