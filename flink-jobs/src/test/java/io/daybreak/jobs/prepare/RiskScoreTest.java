package io.daybreak.jobs.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.prepare.RiskScore.CountryRisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskScoreTest {

    @ParameterizedTest
    @CsvSource({
        "99999, 0",
        "100000, 8",
        "999999, 8",
        "1000000, 20",
        "9999999, 20",
        "10000000, 35",
    })
    void amounts_score_by_their_bands(long cents, int points) {
        assertThat(RiskScore.of(cents, "PRIVATE", "LOW", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(points);
    }

    @Test
    void every_driver_adds_its_points() {
        assertThat(score("BASIC", "LOW", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(10);
        assertThat(score("STANDARD", "LOW", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(5);
        assertThat(score("PREMIUM", "LOW", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(2);
        assertThat(score("?", "LOW", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(10);
        assertThat(score("PRIVATE", "MEDIUM", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(10);
        assertThat(score("PRIVATE", "HIGH", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(25);
        assertThat(score("PRIVATE", "?", false, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(25);
        assertThat(score("PRIVATE", "LOW", true, CountryRisk.NONE, false, "CARD", 12))
                .isEqualTo(15);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.HIGH, true, "CARD", 12))
                .isEqualTo(20);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.MONITORED, true, "CARD", 12))
                .isEqualTo(10);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.NONE, true, "CARD", 12))
                .isEqualTo(5);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.NONE, false, "CASH", 12))
                .isEqualTo(10);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.NONE, false, "WIRE", 12))
                .isEqualTo(5);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.NONE, false, "CARD", 4))
                .isEqualTo(5);
        assertThat(score("PRIVATE", "LOW", false, CountryRisk.NONE, false, "CARD", 5))
                .isZero();
    }

    @Test
    void nothing_scores_above_the_maximum() {
        int worst = RiskScore.of(Long.MAX_VALUE, "BASIC", "HIGH", true, CountryRisk.HIGH, true, "CASH", 0);

        assertThat(worst).isEqualTo(RiskScore.MAXIMUM);
    }

    private static int score(
            String tier, String kyc, boolean pep, CountryRisk country, boolean foreign, String method, int hour) {
        return RiskScore.of(0, tier, kyc, pep, country, foreign, method, hour);
    }
}
