package io.daybreak.risk.scenario;

import io.daybreak.risk.matrix.TileProduct;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Simulated moves, regenerated wherever they are needed.
 *
 * <p>Scenario {@code i} of factor {@code f} depends on (seed, model, i, f) only. Component {@code k} is normal stream
 * {@code k}, the specific term of factor {@code f} is stream {@code 1,000,000 + f}, the chi-square of a Student-t
 * stream {@code -1}. Sums run over components in ascending order, so digits do not depend on the tile width.
 */
public final class MonteCarloScenarios implements Scenarios {
    private static final long serialVersionUID = 1L;

    private static final long SPECIFIC_STREAM = 1_000_000L;
    private static final long CHI_SQUARE_STREAM = -1L;
    private static final int QUASI_COMPONENTS = 50;

    private final FactorModel model;
    private final MonteCarloSettings settings;
    private final AddressableNormals normals;
    private final AddressableChiSquare chiSquare;
    private final TileProduct product;
    private final double[][] loadings;
    private final int[] used;
    private final double[] componentShift;
    private final double[] componentScale;
    private final String identity;

    public MonteCarloScenarios(FactorModel model, MonteCarloSettings settings) {
        this(model, settings, TileProduct.SCALAR);
    }

    /** With a choice of kernel; both give the same digits. */
    public MonteCarloScenarios(FactorModel model, MonteCarloSettings settings, TileProduct product) {
        this.model = model;
        this.settings = settings;
        this.product = product;
        this.loadings = model.scaledLoadings();
        this.used = new int[loadings.length];
        for (int f = 0; f < used.length; f++) {
            used[f] = model.usedComponents(f);
        }
        this.normals = new AddressableNormals(settings.seed());
        this.chiSquare = new AddressableChiSquare(settings.seed(), CHI_SQUARE_STREAM);
        this.componentShift = new double[model.componentCount()];
        this.componentScale = new double[model.componentCount()];
        java.util.Arrays.fill(componentScale, 1.0);
        if (settings.sampling() == MonteCarloSettings.Sampling.MOMENT_MATCHED) {
            matchMoments();
        }
        this.identity = new Identity("monte carlo 1")
                .add(model.identity())
                .add(settings.toString())
                .name();
    }

    public FactorModel model() {
        return model;
    }

    public MonteCarloSettings settings() {
        return settings;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public FactorSet factors() {
        return model.factors();
    }

    @Override
    public int count() {
        return settings.count();
    }

    @Override
    public String label(int index) {
        return "simulated " + index;
    }

    @Override
    public void fill(ScenarioTile tile, int from, int to) {
        Scenarios.checkRange(this, tile, from, to);
        int length = to - from;
        int components = model.componentCount();
        double[][] scratch = tile.scratch(components + 2);
        for (int k = 0; k < components; k++) {
            draw(k, from, scratch[k], length);
            standardise(k, scratch[k], length);
        }
        if (settings.sampling() == MonteCarloSettings.Sampling.QUASI_RANDOM) {
            overlayQuasiRandom(scratch, from, length);
        }
        double[] mixing = scratch[components];
        boolean student = !Double.isInfinite(settings.degreesOfFreedom());
        if (student) {
            fillMixing(mixing, from, length);
        }
        double[] noise = scratch[components + 1];
        tile.workspace(product.multiply(loadings, used, scratch, length, tile.rows(), tile.workspace()));
        for (int f = 0; f < model.factors().size(); f++) {
            if (model.specific(f) > 0.0) {
                draw(SPECIFIC_STREAM + f, from, noise, length);
                addOne(tile.row(f), length, model.volatility(f) * model.specific(f), noise);
            }
            if (student) {
                multiply(tile.row(f), mixing, length);
            }
        }
        tile.length(length);
    }

    private static void addOne(double[] row, int length, double a, double[] x) {
        for (int i = 0; i < length; i++) {
            row[i] += a * x[i];
        }
    }

    private static void multiply(double[] row, double[] by, int length) {
        for (int i = 0; i < length; i++) {
            row[i] *= by[i];
        }
    }

    private void draw(long stream, int from, double[] out, int length) {
        if (settings.sampling() != MonteCarloSettings.Sampling.ANTITHETIC) {
            normals.fill(stream, from, out, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            int scenario = from + i;
            double z = normals.at(stream, scenario >> 1);
            out[i] = (scenario & 1) == 0 ? z : -z;
        }
    }

    private void standardise(int component, double[] z, int length) {
        double shift = componentShift[component];
        double scale = componentScale[component];
        if (shift == 0.0 && scale == 1.0) {
            return;
        }
        for (int i = 0; i < length; i++) {
            z[i] = (z[i] - shift) * scale;
        }
    }

    private void matchMoments() {
        double[] z = new double[ScenarioTile.DEFAULT_WIDTH];
        for (int k = 0; k < componentShift.length; k++) {
            double sum = 0.0;
            double squares = 0.0;
            for (int from = 0; from < count(); from += z.length) {
                int length = Math.min(z.length, count() - from);
                normals.fill(k, from, z, length);
                for (int i = 0; i < length; i++) {
                    sum += z[i];
                    squares += z[i] * z[i];
                }
            }
            double mean = sum / count();
            componentShift[k] = mean;
            componentScale[k] = 1.0 / Math.sqrt(squares / count() - mean * mean);
        }
    }

    /** Replaces the leading components by the inverse normal of rotated Sobol points (Cranley and Patterson 1976). */
    private void overlayQuasiRandom(double[][] z, int from, int length) {
        int dimensions = Math.min(QUASI_COMPONENTS, model.componentCount());
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(dimensions);
        for (int i = 0; i < length; i++) {
            double[] point = i == 0 ? sobol.skipTo(from) : sobol.nextVector();
            for (int k = 0; k < dimensions; k++) {
                double rotated = point[k] + normals.uniformAt(k, 0);
                rotated -= rotated >= 1.0 ? 1.0 : 0.0;
                z[k][i] = NormalQuantile.of(Math.max(rotated, 0x1.0p-53));
            }
        }
    }

    /** {@code sqrt((nu - 2) / chi2_nu)}: a Student-t with unit variance is a normal times this. */
    private void fillMixing(double[] mixing, int from, int length) {
        double nu = settings.degreesOfFreedom();
        boolean paired = settings.sampling() == MonteCarloSettings.Sampling.ANTITHETIC;
        for (int i = 0; i < length; i++) {
            int address = paired ? (from + i) >> 1 : from + i;
            mixing[i] = StrictMath.sqrt((nu - 2.0) / chiSquare.at(nu, address));
        }
    }
}
