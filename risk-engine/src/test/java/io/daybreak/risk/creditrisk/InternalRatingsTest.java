package io.daybreak.risk.creditrisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.daybreak.risk.creditrisk.InternalRatings.AssetClass;
import io.daybreak.risk.creditrisk.InternalRatings.Parameters;
import org.junit.jupiter.api.Test;

class InternalRatingsTest {
    /**
     * Illustrative risk weights in percent, BCBS CRE99 Table 1 (Basel III: corporate LGD 40 %, M 2.5 years). Columns: PD,
     * corporate (sales EUR 50m), corporate SME (EUR 5m), mortgage LGD 45 %, mortgage 25 %, other retail 45 %, other
     * retail 85 %, revolving 50 %, revolving 85 %.
     */
    private static final double[][] CRE99 = {
        {0.0005, 17.47, 13.69, 6.23, 3.46, 6.63, 12.52, 1.68, 2.86},
        {0.001, 26.36, 20.71, 10.69, 5.94, 11.16, 21.08, 3.01, 5.12},
        {0.0025, 43.97, 34.68, 21.3, 11.83, 21.15, 39.96, 6.4, 10.88},
        {0.004, 55.75, 43.99, 29.94, 16.64, 28.42, 53.69, 9.34, 15.88},
        {0.005, 61.88, 48.81, 35.08, 19.49, 32.36, 61.13, 11.16, 18.97},
        {0.0075, 73.58, 57.91, 46.46, 25.81, 40.1, 75.74, 15.33, 26.06},
        {0.01, 82.06, 64.35, 56.4, 31.33, 45.77, 86.46, 19.14, 32.53},
        {0.013, 89.73, 70.02, 67.0, 37.22, 50.8, 95.95, 23.35, 39.7},
        {0.015, 93.86, 72.99, 73.45, 40.8, 53.37, 100.81, 25.99, 44.19},
        {0.02, 102.09, 78.71, 87.94, 48.85, 57.99, 109.53, 32.14, 54.63},
        {0.025, 108.58, 83.05, 100.64, 55.91, 60.9, 115.03, 37.75, 64.18},
        {0.03, 114.17, 86.74, 111.99, 62.22, 62.79, 118.61, 42.96, 73.03},
        {0.04, 124.07, 93.37, 131.63, 73.13, 65.01, 122.8, 52.4, 89.08},
        {0.05, 133.2, 99.79, 148.22, 82.35, 66.42, 125.45, 60.83, 103.41},
        {0.06, 141.88, 106.21, 162.52, 90.29, 67.73, 127.94, 68.45, 116.37},
        {0.1, 171.63, 130.23, 204.41, 113.56, 75.54, 142.69, 93.21, 158.47},
        {0.15, 196.92, 152.81, 235.72, 130.96, 88.6, 167.36, 115.43, 196.23},
        {0.2, 211.76, 167.48, 253.12, 140.62, 100.28, 189.41, 131.09, 222.86}
    };

    @Test
    void all_144_published_risk_weights_are_met_within_0_006_percentage_points() {
        // Printed to two decimals from an unrounded chain: the greatest difference is 0.0059, so 0.005 would be too
        // tight.
        for (double[] row : CRE99) {
            double pd = row[0];
            Parameters[] columns = {
                new Parameters(AssetClass.CORPORATE, pd, 0.40, 2.5, 50.0),
                new Parameters(AssetClass.CORPORATE, pd, 0.40, 2.5, 5.0),
                Parameters.retail(AssetClass.RESIDENTIAL_MORTGAGE, pd, 0.45),
                Parameters.retail(AssetClass.RESIDENTIAL_MORTGAGE, pd, 0.25),
                Parameters.retail(AssetClass.OTHER_RETAIL, pd, 0.45),
                Parameters.retail(AssetClass.OTHER_RETAIL, pd, 0.85),
                Parameters.retail(AssetClass.REVOLVING_RETAIL, pd, 0.50),
                Parameters.retail(AssetClass.REVOLVING_RETAIL, pd, 0.85)
            };
            for (int c = 0; c < columns.length; c++) {
                assertThat(100.0 * InternalRatings.riskWeight(columns[c]))
                        .as("PD %s, %s, LGD %s", pd, columns[c].assetClass(), columns[c].lgd())
                        .isCloseTo(row[c + 1], within(0.006));
            }
        }
    }

    @Test
    void the_uk_case_with_its_scaling_factor_is_met() {
        // UK CRR keeps 1.06: PD 1 %, LGD 45 %, M 2.5 gives 0.9785580947557455 (rwa_calculator oracle ORC-003).
        double weight = 1.06 * InternalRatings.riskWeight(new Parameters(AssetClass.CORPORATE, 0.01, 0.45, 2.5, 50.0));

        assertThat(weight).isCloseTo(0.9785580947557455, within(1e-8));
    }

    @Test
    void large_financials_have_a_quarter_more_correlation() {
        Parameters corporate = new Parameters(AssetClass.CORPORATE, 0.01, 0.45, 2.5, 50.0);
        Parameters financial = new Parameters(AssetClass.FINANCIAL, 0.01, 0.45, 2.5, 50.0);

        assertThat(InternalRatings.correlation(financial))
                .isCloseTo(1.25 * InternalRatings.correlation(corporate), within(1e-15));
        assertThat(InternalRatings.riskWeight(financial)).isGreaterThan(InternalRatings.riskWeight(corporate));
    }

    @Test
    void certain_and_impossible_default_are_refused_and_floors_apply() {
        Parameters certain = new Parameters(AssetClass.CORPORATE, 1.0, 0.45, 2.5, 50.0);

        assertThatThrownBy(() -> InternalRatings.riskWeight(certain)).hasMessageContaining("pd is 1.0");
        assertThatThrownBy(() -> new Parameters(AssetClass.CORPORATE, Double.NaN, 0.45, 2.5, 50.0))
                .hasMessageContaining("pd is NaN; it must lie in [0.0, 1.0]");
        assertThat(InternalRatings.flooredPd(0.0001, false)).isEqualTo(0.0005);
        assertThat(InternalRatings.flooredPd(0.0001, true)).isEqualTo(0.001);
        assertThat(InternalRatings.defaultedCapitalRequirement(0.45, 0.30)).isCloseTo(0.15, within(1e-15));
    }
}
