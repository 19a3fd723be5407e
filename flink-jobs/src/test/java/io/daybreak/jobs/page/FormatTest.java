package io.daybreak.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void numbers_are_grouped_and_negative_ones_have_a_true_minus() {
        assertThat(Format.count(-1_234_567)).isEqualTo("−1,234,567");
        assertThat(Format.money(new BigDecimal("1234.005"))).isEqualTo("1,234.01");
        assertThat(Format.money(new BigDecimal("-0.5"))).isEqualTo("−0.50");
    }

    @Test
    void amounts_shrink_to_millions_and_billions() {
        assertThat(Format.millions(new BigDecimal("2450731.18"))).isEqualTo("2.45 m");
        assertThat(Format.millions(new BigDecimal("-312045678"))).isEqualTo("−312.0 m");
        assertThat(Format.millions(new BigDecimal("31204567800"))).isEqualTo("31.20 bn");
    }

    @Test
    void shares_keep_three_decimals_where_two_would_say_nothing() {
        assertThat(Format.share(1, 2)).isEqualTo("50.00 %");
        assertThat(Format.share(1, 20_000)).isEqualTo("0.005 %");
        assertThat(Format.share(0, 0)).isEqualTo("–");
    }

    @Test
    void dates_and_codes_read_as_words() {
        assertThat(Format.day("2026-03-31")).isEqualTo("Tuesday 31 March 2026");
        assertThat(Format.words("EXPECTED_SHORTFALL")).isEqualTo("expected shortfall");
        assertThat(CapitalSection.measure("CET1_RATIO")).isEqualTo("CET1 ratio");
        assertThat(CapitalSection.measure("LEVERAGE_RATIO")).isEqualTo("leverage ratio");
    }

    @Test
    void markup_escapes_text_and_attributes_and_refuses_to_end_half_open() {
        Markup markup = new Markup().element("a", "1 < 2 & \u0007", "title", "\"x\" > 'y'");

        assertThat(markup.finish()).isEqualTo("<a title=\"&quot;x&quot; &gt; 'y'\">1 &lt; 2 &amp; \ufffd</a>");
        assertThatThrownBy(() -> new Markup().open("p").finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p");
    }

    @Test
    void ticks_are_round_and_lie_within_the_stretch() {
        assertThat(Charts.ticks(-4_800_000, 4_800_000)).containsExactly(-4e6, -2e6, 0.0, 2e6, 4e6);
    }
}
