package io.daybreak.bench.jmh;

import io.daybreak.risk.scenario.FactorModel;
import io.daybreak.risk.scenario.FactorSet;
import io.daybreak.risk.scenario.RiskClass;
import io.daybreak.risk.scenario.RiskFactor;
import io.daybreak.risk.scenario.ShiftType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The market of the risk kernels: 400 prices and 100 volatilities, 1 % a day, correlated by 0.3. */
final class RiskSample {
    static final int FACTORS = 500;
    static final int PRICES = 400;
    private static final double DAILY_VOLATILITY = 0.01;
    private static final double CORRELATION = 0.3;

    static FactorSet factors() {
        List<RiskFactor> factors = new ArrayList<>();
        for (int i = 0; i < FACTORS; i++) {
            factors.add(
                    i < PRICES
                            ? RiskFactor.of("EQ/" + i, RiskClass.EQUITY, ShiftType.LOG)
                            : RiskFactor.of("VOL/" + i, RiskClass.VOLATILITY, ShiftType.LOG));
        }
        return FactorSet.of(factors);
    }

    static FactorModel model() {
        double[] volatilities = new double[FACTORS];
        Arrays.fill(volatilities, DAILY_VOLATILITY);
        double[][] correlation = new double[FACTORS][FACTORS];
        for (int i = 0; i < FACTORS; i++) {
            Arrays.fill(correlation[i], CORRELATION);
            correlation[i][i] = 1;
        }
        return FactorModel.of(factors(), volatilities, correlation, 0);
    }

    private RiskSample() {}
}
