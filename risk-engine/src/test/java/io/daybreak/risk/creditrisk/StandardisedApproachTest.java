package io.daybreak.risk.creditrisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.risk.creditrisk.Exposure.Features;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardisedApproachTest {
    private static final StandardisedApproach BASEL = new StandardisedApproach(RiskWeights.basel2023());

    @Test
    void rated_classes_have_the_weights_of_cre20() {
        // BCBS CRE20: sovereign 20.7, multilateral development banks 20.15, banks 20.18, corporates 20.43; AAA to
        // unrated.
        assertWeights(ExposureClass.SOVEREIGN, "0 20 50 100 100 150 100");
        assertWeights(ExposureClass.DEVELOPMENT_BANK, "20 30 50 100 100 150 50");
        assertWeights(ExposureClass.BANK_RATED, "20 30 50 100 100 150 150");
        assertWeights(ExposureClass.CORPORATE, "20 50 75 100 150 150 100");
    }

    @Test
    void flat_classes_have_the_weights_of_cre20() {
        assertWeight(ExposureClass.CORPORATE_SME, "85");
        assertWeight(ExposureClass.CORPORATE_INVESTMENT_GRADE, "65");
        assertWeight(ExposureClass.OBJECT_OR_COMMODITIES_FINANCE, "100");
        assertWeight(ExposureClass.PROJECT_PRE_OPERATIONAL, "130");
        assertWeight(ExposureClass.PROJECT_OPERATIONAL, "100");
        assertWeight(ExposureClass.PROJECT_HIGH_QUALITY, "80");
        assertWeight(ExposureClass.RETAIL, "75");
        assertWeight(ExposureClass.RETAIL_TRANSACTOR, "45");
        assertWeight(ExposureClass.RETAIL_OTHER, "100");
        assertWeight(ExposureClass.LAND_DEVELOPMENT, "150");
        assertWeight(ExposureClass.LAND_DEVELOPMENT_RESIDENTIAL, "100");
        assertWeight(ExposureClass.SUBORDINATED, "150");
        assertWeight(ExposureClass.EQUITY, "250");
        assertWeight(ExposureClass.EQUITY_SPECULATIVE, "400");
        assertWeight(ExposureClass.DEFAULTED_RESIDENTIAL, "100");
        assertWeight(ExposureClass.CASH, "0");
    }

    @Test
    void graded_banks_and_short_term_claims_have_their_own_tables() {
        // CRE20.21: A with CET1 of 14 % and leverage 5 % takes 30 %, A 40, B 75, C 150; short term 20, 20, 50, 150.
        String[][] grades = {{"A_ENHANCED", "30", "20"}, {"A", "40", "20"}, {"B", "75", "50"}, {"C", "150", "150"}};
        for (String[] row : grades) {
            assertThat(bank(BankGrade.valueOf(row[0]), false)).isEqualByComparingTo(row[1]);
            assertThat(bank(BankGrade.valueOf(row[0]), true)).isEqualByComparingTo(row[2]);
        }
        // CRE20.19: rated short term 20, 20, 20, 50, 50, 150.
        String[] shortTerm = {"20", "20", "20", "50", "50", "150"};
        for (int b = 0; b < shortTerm.length; b++) {
            Exposure exposure = hundred(ExposureClass.BANK_RATED, RatingBand.values()[b])
                    .withFeatures(new Features(true, BankGrade.C, BigDecimal.ZERO, ExposureClass.CORPORATE, false));
            assertThat(rwa(exposure)).isEqualByComparingTo(shortTerm[b]);
        }
    }

    @Test
    void real_estate_steps_up_with_loan_to_value_and_a_bound_belongs_below() {
        // CRE20.82, 20.84 and 20.86.
        String[][] residential = {
            {"0.50", "20"},
            {"0.51", "25"},
            {"0.60", "25"},
            {"0.80", "30"},
            {"0.90", "40"},
            {"1.00", "50"},
            {"1.01", "70"}
        };
        String[][] income = {
            {"0.50", "30"}, {"0.60", "35"}, {"0.80", "45"}, {"0.90", "60"}, {"1.00", "75"}, {"1.20", "105"}
        };
        String[][] commercial = {{"0.60", "70"}, {"0.80", "90"}, {"0.81", "110"}};
        for (String[] row : residential) {
            assertThat(realEstate(ExposureClass.RESIDENTIAL_REAL_ESTATE, row[0]))
                    .isEqualByComparingTo(row[1]);
        }
        for (String[] row : income) {
            assertThat(realEstate(ExposureClass.RESIDENTIAL_INCOME_PRODUCING, row[0]))
                    .isEqualByComparingTo(row[1]);
        }
        for (String[] row : commercial) {
            assertThat(realEstate(ExposureClass.COMMERCIAL_INCOME_PRODUCING, row[0]))
                    .isEqualByComparingTo(row[1]);
        }
        // CRE20.85: the lower of 60 % and the counterparty's (unrated corporate 100 %), above 60 % the counterparty's.
        assertThat(realEstate(ExposureClass.COMMERCIAL_REAL_ESTATE, "0.60")).isEqualByComparingTo("60");
        assertThat(realEstate(ExposureClass.COMMERCIAL_REAL_ESTATE, "0.61")).isEqualByComparingTo("100");
        assertThatThrownBy(() -> realEstate(ExposureClass.RESIDENTIAL_REAL_ESTATE, "0"))
                .hasMessageContaining("loan-to-value of a RESIDENTIAL_REAL_ESTATE exposure is 0");
    }

    @Test
    void a_defaulted_exposure_weighs_less_once_a_fifth_is_provided_for() {
        Exposure thin = hundred(ExposureClass.DEFAULTED, RatingBand.UNRATED).withProvisions(new BigDecimal("19.99"));
        Exposure thick = hundred(ExposureClass.DEFAULTED, RatingBand.UNRATED).withProvisions(new BigDecimal("20"));

        assertThat(rwa(thin)).isEqualByComparingTo("120.02");
        assertThat(rwa(thick)).isEqualByComparingTo("80.00");
    }

    @Test
    void commitments_are_converted_before_they_are_weighted() {
        Exposure exposure = hundred(ExposureClass.CORPORATE, RatingBand.BBB_PLUS_TO_BBB_MINUS)
                .withCommitment(CommitmentType.COMMITMENT, new BigDecimal("50"));

        StandardisedApproach.Result result = BASEL.apply(exposure);

        assertThat(result.exposureValue()).isEqualByComparingTo("120");
        assertThat(result.riskWeightedAmount()).isEqualByComparingTo("90");
        assertThat(CommitmentType.UNCONDITIONALLY_CANCELLABLE.conversionFactor())
                .isEqualByComparingTo("0.10");
        assertThat(CommitmentType.TRADE_LETTER_OF_CREDIT.conversionFactor()).isEqualByComparingTo("0.20");
        assertThat(CommitmentType.TRANSACTION_RELATED.conversionFactor()).isEqualByComparingTo("0.50");
        assertThat(CommitmentType.DIRECT_CREDIT_SUBSTITUTE.conversionFactor()).isEqualByComparingTo("1.00");
    }

    @Test
    void collateral_is_cut_by_its_haircuts_and_by_maturity() {
        // 40 of AA sovereign bonds, 4 years, other currency: 40 (1 - 0.02 - 0.08) = 36; cash 10 as it is.
        Collateral bonds = new Collateral(
                Collateral.Kind.SOVEREIGN_DEBT, new BigDecimal("40"), RatingBand.AAA_TO_AA_MINUS, 4.0, false, 5.0, 5.0);
        Exposure exposure = hundred(ExposureClass.CORPORATE, RatingBand.UNRATED)
                .withMitigation(List.of(bonds, Collateral.cash(new BigDecimal("10"))), List.of());

        assertThat(BASEL.apply(exposure).collateralEffect()).isEqualByComparingTo("46.00");
        assertThat(rwa(exposure)).isEqualByComparingTo("54.00");

        // Protection of 2.75 of 5.25 years, capped at 5: (2.75 - 0.25) / (5 - 0.25) of 47.50 is 25.
        Collateral shorter = new Collateral(
                Collateral.Kind.CASH, new BigDecimal("47.50"), RatingBand.UNRATED, 0.0, true, 2.75, 5.25);
        assertThat(rwa(hundred(ExposureClass.CORPORATE, RatingBand.UNRATED)
                        .withMitigation(List.of(shorter), List.of())))
                .isEqualByComparingTo("75.00");
    }

    @Test
    void a_guarantee_helps_only_where_its_provider_weighs_less() {
        Guarantee sovereign = new Guarantee(
                new BigDecimal("60"), ExposureClass.SOVEREIGN, RatingBand.A_PLUS_TO_A_MINUS, Features.NONE, true);
        Guarantee worse = new Guarantee(
                new BigDecimal("60"), ExposureClass.CORPORATE, RatingBand.BELOW_B_MINUS, Features.NONE, true);
        Exposure exposure = hundred(ExposureClass.CORPORATE, RatingBand.UNRATED);

        assertThat(rwa(exposure.withMitigation(List.of(), List.of(sovereign)))).isEqualByComparingTo("52.00");
        assertThat(rwa(exposure.withMitigation(List.of(), List.of(worse)))).isEqualByComparingTo("100.00");
        StandardisedApproach.Result both = BASEL.apply(exposure.withMitigation(List.of(), List.of(sovereign)));
        assertThat(both.parts())
                .extracting(StandardisedApproach.Part::basis)
                .containsExactly("guaranteed by SOVEREIGN", "CORPORATE");
    }

    @Test
    void a_currency_mismatch_multiplies_by_one_and_a_half_up_to_150_percent() {
        Features mismatch = new Features(false, BankGrade.C, new BigDecimal("1.2"), ExposureClass.CORPORATE, true);

        assertThat(rwa(hundred(ExposureClass.RETAIL, RatingBand.UNRATED).withFeatures(mismatch)))
                .isEqualByComparingTo("112.50");
        assertThat(rwa(hundred(ExposureClass.RESIDENTIAL_INCOME_PRODUCING, RatingBand.UNRATED)
                        .withFeatures(mismatch)))
                .isEqualByComparingTo("150.00");
        assertThat(rwa(hundred(ExposureClass.CORPORATE, RatingBand.UNRATED).withFeatures(mismatch)))
                .isEqualByComparingTo("100.00");
    }

    @Test
    void impossible_exposures_are_refused() {
        assertThatThrownBy(() -> Exposure.drawn("x", ExposureClass.RETAIL, RatingBand.UNRATED, new BigDecimal("-1")))
                .hasMessageContaining("exposure x has drawn of -1");
        assertThatThrownBy(
                        () -> hundred(ExposureClass.RETAIL, RatingBand.UNRATED).withProvisions(new BigDecimal("101")))
                .hasMessageContaining("provisions of 101, more than its amount of 100");
        assertThatThrownBy(() -> RatingBand.of("Aaa1")).hasMessageContaining("rating is Aaa1");
        assertThat(RatingBand.of("BBB-")).isEqualTo(RatingBand.BBB_PLUS_TO_BBB_MINUS);
    }

    private static void assertWeights(ExposureClass exposureClass, String percents) {
        String[] expected = percents.split(" ");
        for (RatingBand band : RatingBand.values()) {
            assertThat(rwa(hundred(exposureClass, band)))
                    .as("%s %s", exposureClass, band)
                    .isEqualByComparingTo(expected[band.ordinal()]);
        }
    }

    private static void assertWeight(ExposureClass exposureClass, String percent) {
        assertThat(rwa(hundred(exposureClass, RatingBand.UNRATED)))
                .as("%s", exposureClass)
                .isEqualByComparingTo(percent);
    }

    private static BigDecimal bank(BankGrade grade, boolean shortTerm) {
        return rwa(hundred(ExposureClass.BANK_GRADED, RatingBand.UNRATED)
                .withFeatures(new Features(shortTerm, grade, BigDecimal.ZERO, ExposureClass.CORPORATE, false)));
    }

    private static BigDecimal realEstate(ExposureClass exposureClass, String loanToValue) {
        return rwa(hundred(exposureClass, RatingBand.UNRATED)
                .withFeatures(
                        new Features(false, BankGrade.C, new BigDecimal(loanToValue), ExposureClass.CORPORATE, false)));
    }

    private static Exposure hundred(ExposureClass exposureClass, RatingBand band) {
        return Exposure.drawn("x", exposureClass, band, new BigDecimal("100"));
    }

    private static BigDecimal rwa(Exposure exposure) {
        return BASEL.apply(exposure).riskWeightedAmount();
    }
}
