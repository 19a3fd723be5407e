package io.daybreak.risk.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiquidityTest {
    @Test
    void coverage_factors_are_those_of_lcr99() {
        // BIS LCR99 in order of the enumeration; rows of "additional requirements" from the standard's text.
        String factors = "1 .85 .75 .5 .03 .05 .1 0 .05 .1 .25 .05 .25 .4 .2 1 0 .15 .25 .25 .5 1 1 1 1 .2 1 1 1 .05 .1"
                + " .3 .4 .4 1 1 .5 1 0 .15 .25 .5 .5 1 0 0 .5 .5 1 1";
        String[] expected = factors.split(" ");
        assertThat(CoverageItem.values()).hasSize(expected.length);
        for (CoverageItem item : CoverageItem.values()) {
            assertThat(item.factor()).as("%s", item).isEqualByComparingTo(expected[item.ordinal()]);
        }
    }

    @Test
    void funding_factors_are_those_of_nsf99() {
        String[] expected = "1 .95 .9 .5 .5 .5 0 0 .05 .1 .15 .5 .65 .85 1 .2 .05".split(" ");
        assertThat(FundingItem.values()).hasSize(expected.length);
        for (FundingItem item : FundingItem.values()) {
            assertThat(item.factor()).as("%s", item).isEqualByComparingTo(expected[item.ordinal()]);
        }
    }

    @Test
    void level_2_is_capped_at_forty_percent_and_level_2b_at_fifteen() {
        Map<CoverageItem, BigDecimal> amounts = new EnumMap<>(CoverageItem.class);
        amounts.put(CoverageItem.LEVEL_1, new BigDecimal("60"));
        amounts.put(CoverageItem.LEVEL_2A, new BigDecimal("100"));
        amounts.put(CoverageItem.LEVEL_2B_CORPORATE_EQUITY_SOVEREIGN, new BigDecimal("100"));
        amounts.put(CoverageItem.OTHER_LEGAL_ENTITIES, new BigDecimal("100"));

        LiquidityCoverage coverage = LiquidityCoverage.of(amounts);

        // L2A 85, L2B 50: adj15 = max(50 - 145 * 15/85, 50 - 15) = 35; adj40 = 85 + 50 - 35 - 40 = 60; stock 100.
        assertThat(coverage.cap15()).isEqualByComparingTo("35.00");
        assertThat(coverage.cap40()).isEqualByComparingTo("60.00");
        assertThat(coverage.liquidAssets()).isEqualByComparingTo("100.00");
        assertThat(coverage.ratio()).isEqualByComparingTo("1");
    }

    @Test
    void inflows_count_up_to_three_quarters_of_outflows() {
        Map<CoverageItem, BigDecimal> amounts = new EnumMap<>(CoverageItem.class);
        amounts.put(CoverageItem.LEVEL_1, new BigDecimal("30"));
        amounts.put(CoverageItem.RETAIL_LESS_STABLE, new BigDecimal("1000"));
        amounts.put(CoverageItem.FINANCIAL_AND_CENTRAL_BANK_REPAYMENTS, new BigDecimal("500"));

        LiquidityCoverage coverage = LiquidityCoverage.of(amounts);

        assertThat(coverage.inflowsBeforeCap()).isEqualByComparingTo("500");
        assertThat(coverage.netOutflows()).isEqualByComparingTo("25");
        assertThat(coverage.ratio()).isEqualByComparingTo("1.2");
        assertThat(coverage.lines()).hasSize(3);
    }

    @Test
    void unwinding_secured_deals_moves_the_caps_but_not_the_stock() {
        Map<CoverageItem, BigDecimal> amounts = new EnumMap<>(CoverageItem.class);
        amounts.put(CoverageItem.LEVEL_1, new BigDecimal("60"));
        amounts.put(CoverageItem.LEVEL_2A, new BigDecimal("40"));
        amounts.put(CoverageItem.OTHER_LEGAL_ENTITIES, new BigDecimal("100"));
        LiquidityCoverage.Unwinding unwinding =
                new LiquidityCoverage.Unwinding(new BigDecimal("-30"), new BigDecimal("30"), BigDecimal.ZERO);

        LiquidityCoverage coverage = LiquidityCoverage.of(amounts, Map.of(), unwinding);

        // L1' 30, L2A' 64: adj40 = 64 - 20 = 44; stock 60 + 34 - 44 = 50.
        assertThat(coverage.cap40()).isEqualByComparingTo("44.00");
        assertThat(coverage.liquidAssets()).isEqualByComparingTo("50.00");
    }

    @Test
    void stable_funding_is_available_over_required_and_national_factors_replace_basel_s() {
        Map<FundingItem, BigDecimal> amounts = new EnumMap<>(FundingItem.class);
        amounts.put(FundingItem.STABLE_RETAIL_DEPOSITS, new BigDecimal("100"));
        amounts.put(FundingItem.MORTGAGES_AND_LOANS_OVER_1Y_UP_TO_35_PERCENT, new BigDecimal("100"));
        amounts.put(FundingItem.DERIVATIVE_LIABILITIES, new BigDecimal("100"));

        assertThat(StableFunding.of(amounts).ratio()).isEqualByComparingTo("1.117647");
        StableFunding national =
                StableFunding.of(amounts, Map.of(FundingItem.DERIVATIVE_LIABILITIES, new BigDecimal("0.05")));
        assertThat(national.required()).isEqualByComparingTo("70");
    }

    @Test
    void a_ratio_without_denominator_and_negative_amounts_are_refused() {
        assertThatThrownBy(() -> LiquidityCoverage.of(Map.of(CoverageItem.LEVEL_1, BigDecimal.TEN)))
                .hasMessageContaining("net outflows are 0");
        assertThatThrownBy(() -> LiquidityCoverage.of(Map.of(CoverageItem.LEVEL_1, new BigDecimal("-1"))))
                .hasMessageContaining("LEVEL_1 is -1");
        assertThatThrownBy(() -> StableFunding.of(Map.of())).hasMessageContaining("required stable funding is 0");
    }
}
