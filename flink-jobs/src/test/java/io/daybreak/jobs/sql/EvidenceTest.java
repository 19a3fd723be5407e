package io.daybreak.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final LocalDateTime NINE = LocalDateTime.of(2026, 3, 2, 9, 0);

    @Test
    void the_earliest_are_kept_in_order_and_ties_go_to_the_smaller_identifier() {
        Evidence evidence = new Evidence(3);
        Evidence.Earliest earliest = evidence.createAccumulator();

        evidence.accumulate(earliest, NINE.plusSeconds(2), "A");
        evidence.accumulate(earliest, NINE, "C");
        evidence.accumulate(earliest, NINE.plusSeconds(9), "Z");
        evidence.accumulate(earliest, NINE, "B");

        assertThat(evidence.getValue(earliest)).containsExactly("B", "C", "A");
    }

    @Test
    void an_event_seen_twice_is_kept_once() {
        Evidence evidence = new Evidence(3);
        Evidence.Earliest earliest = evidence.createAccumulator();

        evidence.accumulate(earliest, NINE, "A");
        evidence.accumulate(earliest, NINE, "A");
        evidence.accumulate(earliest, null, "B");
        evidence.accumulate(earliest, NINE, null);

        assertThat(evidence.getValue(earliest)).containsExactly("A");
    }

    @Test
    void any_split_and_order_gives_the_same_evidence() {
        Evidence evidence = new Evidence(50);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(i);
        }
        Evidence.Earliest whole = evidence.createAccumulator();
        numbers.forEach(i -> evidence.accumulate(whole, NINE.plusNanos(i / 3 * 1_000L), "T" + i));

        Collections.reverse(numbers);
        List<Evidence.Earliest> parts = new ArrayList<>();
        for (int part = 0; part < 7; part++) {
            Evidence.Earliest one = evidence.createAccumulator();
            int mine = part;
            numbers.stream()
                    .filter(i -> i % 7 == mine)
                    .forEach(i -> evidence.accumulate(one, NINE.plusNanos(i / 3 * 1_000L), "T" + i));
            parts.add(one);
        }
        Evidence.Earliest merged = evidence.createAccumulator();
        evidence.merge(merged, parts);

        assertThat(evidence.getValue(merged)).hasSize(50).containsExactly(evidence.getValue(whole));
    }

    @Test
    void a_limit_below_one_is_refused() {
        assertThatThrownBy(() -> new Evidence(0)).hasMessageContaining("limit 0");
    }
}
