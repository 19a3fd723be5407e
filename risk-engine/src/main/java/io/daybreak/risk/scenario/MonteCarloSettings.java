package io.daybreak.risk.scenario;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * How simulated scenarios are drawn.
 *
 * @param seed of the run; equal seeds give equal digits
 * @param count number of scenarios
 * @param degreesOfFreedom of a multivariate Student-t with the model's covariance, above 2; infinity means normal
 * @param sampling what the components are drawn from
 */
public record MonteCarloSettings(long seed, int count, double degreesOfFreedom, Sampling sampling)
        implements Serializable {
    /** What the standard normal components are drawn from. */
    public enum Sampling {
        /** Independent draws. */
        PLAIN,
        /** Scenario {@code 2i + 1} is scenario {@code 2i} with every sign turned; the count must be even. */
        ANTITHETIC,
        /** Each component is shifted and scaled to mean zero and variance one over the cube; scenarios become dependent. */
        MOMENT_MATCHED,
        /** Sobol points, rotated by the seed, for the first 50 components; independent draws for the rest. */
        QUASI_RANDOM
    }

    public MonteCarloSettings {
        Refuse.fewerThan("number of scenarios", count, 1);
        if (!(degreesOfFreedom > 2.0)) {
            throw new io.daybreak.risk.RefusedInputException(
                    "degreesOfFreedom is " + degreesOfFreedom + "; a Student-t needs more than 2 to have a variance");
        }
        if (sampling == Sampling.ANTITHETIC && count % 2 != 0) {
            throw new io.daybreak.risk.RefusedInputException(
                    "number of scenarios is " + count + "; antithetic sampling needs an even number");
        }
        if (sampling == Sampling.MOMENT_MATCHED && count < 2) {
            throw new io.daybreak.risk.RefusedInputException(
                    "number of scenarios is " + count + "; matching a variance needs at least 2");
        }
    }

    /** Independent multivariate normal draws. */
    public static MonteCarloSettings normal(long seed, int count) {
        return new MonteCarloSettings(seed, count, Double.POSITIVE_INFINITY, Sampling.PLAIN);
    }

    /** Independent multivariate Student-t draws. */
    public static MonteCarloSettings studentT(long seed, int count, double degreesOfFreedom) {
        return new MonteCarloSettings(seed, count, degreesOfFreedom, Sampling.PLAIN);
    }
}
