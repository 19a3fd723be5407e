package io.daybreak.emr.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private final PriceBook book = PriceBook.shipped("us-east-1");

    @Test
    void spot_discounts_the_instance_and_not_the_fee() {
        InstanceType r5 = book.instance("r5.4xlarge");

        // 1.008 x 0.35 + 0.252, by hand
        assertThat(r5.usdPerHour(Market.SPOT)).isEqualByComparingTo("0.6048");
        assertThat(r5.usdPerHour(Market.ON_DEMAND)).isEqualByComparingTo("1.260");
        // 1.26 / 16 = 0.07875; AWS-derived table of 2026-07-20 rounds it to 0.0788
        assertThat(r5.usdPerVcpuHour(Market.ON_DEMAND)).isEqualByComparingTo("0.07875");
    }

    @Test
    void a_price_book_warns_the_day_after_it_expired_and_not_before() {
        LocalDate lastDay = LocalDate.parse(book.validUntil());

        assertThat(book.warning(lastDay)).isEmpty();
        assertThat(book.warning(lastDay.plusDays(1)))
                .hasValueSatisfying(w -> assertThat(w).contains(book.validUntil()));
    }

    @Test
    void an_unknown_type_or_region_is_the_operators_to_answer_and_lists_the_known_ones() {
        assertThatThrownBy(() -> book.instance("r99.huge"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("r99.huge")
                .hasMessageContaining("r5.4xlarge");
        assertThatThrownBy(() -> PriceBook.shipped("mars-1"))
                .hasMessageContaining("mars-1")
                .hasMessageContaining("us-east-1");
        assertThatThrownBy(() -> book.transferUsdPerGb("mars-1")).hasMessageContaining("mars-1");
    }

    @Test
    void every_shipped_region_can_be_read_and_says_where_its_prices_come_from() {
        for (String region : Regions.known()) {
            PriceBook regional = PriceBook.shipped(region);

            assertThat(regional.region()).isEqualTo(region);
            assertThat(regional.sources()).isNotEmpty();
            assertThat(regional.transferUsdPerGb()).doesNotContainKey(region);
        }
    }

    @Test
    void the_sixty_percent_of_the_brief_needs_more_off_the_instance_than_the_market_gives_on_r5_4xlarge() {
        BreakEven row = BreakEven.of(book.instance("r5.4xlarge"), BigDecimal.ONE);

        // (1.26 - 0.6048) / 1.26; 0.6 x 1.26 / 1.008; 0.6552 / 0.6048; 1 - 1/24: by hand
        assertThat(row.spotSavingPercent()).isEqualByComparingTo("52.0");
        assertThat(row.spotDiscountForSixtyPercent()).isEqualByComparingTo("75.0");
        assertThat(row.spotReworkPercent()).isEqualByComparingTo("108.3");
        assertThat(row.reservedDiscountPercent()).isEqualByComparingTo("95.8");
    }

    @Test
    void the_capped_fee_lets_r5_8xlarge_reach_the_sixty_percent() {
        assertThat(BreakEven.of(book.instance("r5.8xlarge"), BigDecimal.ONE).spotSavingPercent())
                .isEqualByComparingTo("67.0");
    }

    @Test
    void graviton_pays_until_it_is_8_6_percent_slower() {
        // 1 - 0.072 / 0.07875, by hand
        assertThat(BreakEven.slowerPercent(book.instance("r5.4xlarge"), book.instance("r6gd.4xlarge")))
                .isEqualByComparingTo("8.6");
    }

    @Test
    void seven_years_of_2_tb_a_day_lie_mostly_in_deep_archive() {
        StorageForecast forecast = StorageForecast.of(book.s3(), new BigDecimal("2000"), 4000, 7);

        // 2,000 x (2,555 - 365) x 0.00099, by hand
        assertThat(forecast.tiers().get(3).usdPerMonth()).isEqualByComparingTo("4336.20");
        assertThat(forecast.usdPerMonth()).isEqualByComparingTo("9196.20");
        assertThat(forecast.usdPerGbMonth()).isLessThan(new BigDecimal("0.02"));
        assertThat(forecast.standardUsdPerMonth()).isEqualByComparingTo("117530.00");
    }

    @Test
    void a_year_of_storage_never_reaches_deep_archive_and_costs_what_the_days_add_up_to() {
        StorageForecast forecast = StorageForecast.of(book.s3(), BigDecimal.TEN, 0, 1);

        double expected = 0;
        for (int day = 0; day < 365; day++) {
            for (int age = 0; age < 365 - day; age++) {
                double price = age < 30 ? 0.023 : age < 90 ? 0.0125 : 0.0036;
                expected += 10 * price / (365.0 / 12);
            }
        }
        assertThat(forecast.tiers().get(3).gb()).isEqualByComparingTo("0");
        assertThat(forecast.totalUsd().doubleValue()).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void volumes_are_free_of_charge_for_the_performance_that_comes_with_gp3() {
        BigDecimal plain = book.ebsGp3().usdPerHour(500, 3000, 125);
        BigDecimal faster = book.ebsGp3().usdPerHour(500, 4000, 225);

        // 500 x 0.08 / 730; plus (1,000 x 0.005 + 100 x 0.04) / 730
        assertThat(plain.doubleValue()).isCloseTo(40.0 / 730, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(faster.subtract(plain).doubleValue())
                .isCloseTo(9.0 / 730, org.assertj.core.data.Offset.offset(1e-6));
    }
}
