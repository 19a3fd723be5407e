package io.daybreak.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the kernels are asked to reach, as ratios of two measured in the same run. */
public final class KernelClaims {

    /**
     * A kernel beside another.
     *
     * @param ours and {@code theirs}: names as JMH prints them, parameters behind a colon
     * @param least how many times as fast ours must be
     */
    record Claim(String what, String ours, String theirs, double least) {}

    private static final String BOOK = "WholeBook.netted:positions=1000000,scenarios=10000";

    static final List<Claim> ALL = List.of(
            new Claim(
                    "addressable normals beside xoshiro256++ and ziggurat",
                    "Normals.addressable",
                    "Normals.xoshiroZiggurat",
                    0.5),
            new Claim(
                    "addressable normals beside Commons Math's Well19937c, its default",
                    "Normals.addressable",
                    "Normals.commonsMathWell",
                    3.0),
            new Claim(
                    "addressable normals beside Commons Math's Mersenne twister, its fastest",
                    "Normals.addressable",
                    "Normals.commonsMathTwister",
                    3.0),
            new Claim(
                    "delta-gamma terms beside the scenario-outer loop",
                    "DeltaGammaTerms.kernel",
                    "DeltaGammaTerms.scenarioOuter",
                    5.0),
            new Claim(
                    "Vector API product beside OpenBLAS, one thread",
                    "TileProducts.vector",
                    "TileProducts.openBlas",
                    0.35),
            new Claim(
                    "a million positions netted on one thread beside their dense product by OpenBLAS on all",
                    BOOK,
                    "DenseBook.product:positions=1000000,scenarios=10000",
                    10.0),
            new Claim(
                    "twice the scenarios cost at most 2.2 times",
                    "WholeBook.netted:positions=1000000,scenarios=20000",
                    BOOK,
                    1 / 2.2),
            new Claim(
                    "a hundred times the linear positions cost at most twice",
                    "WholeBook.linear:positions=1000000,scenarios=10000",
                    "WholeBook.linear:positions=10000,scenarios=10000",
                    0.5));

    /**
     * The claims whose two kernels were measured, as a Markdown table; empty if there is none.
     *
     * @param seconds time an operation takes, by kernel
     */
    public static String table(Map<String, Double> seconds) {
        List<String> lines = new ArrayList<>();
        for (Claim claim : ALL) {
            Double ours = seconds.get(claim.ours());
            Double theirs = seconds.get(claim.theirs());
            if (ours != null && theirs != null) {
                double ratio = theirs / ours;
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %.2f | %s |",
                        claim.what(),
                        ratio,
                        claim.least(),
                        ratio >= claim.least() ? "reached" : "MISSED"));
            }
        }
        return lines.isEmpty()
                ? ""
                : "| kernel | times as fast | asked | |\n|---|---|---|---|\n" + String.join("\n", lines) + "\n";
    }

    private KernelClaims() {}
}
