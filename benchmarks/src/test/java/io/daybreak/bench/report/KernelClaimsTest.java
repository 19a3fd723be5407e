package io.daybreak.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class KernelClaimsTest {

    @Test
    void a_claim_is_told_when_both_kernels_were_measured_and_says_whether_it_is_met() {
        String table = KernelClaims.table(Map.of(
                "DeltaGammaTerms.kernel",
                2.0e-10,
                "DeltaGammaTerms.scenarioOuter",
                1.2e-9,
                "Normals.addressable",
                1e-9,
                "Normals.commonsMathTwister",
                2.5e-9));

        assertThat(table.lines().toList())
                .hasSize(4)
                .anyMatch(line -> line.contains("| 6.00 | 5.00 | reached |"))
                .anyMatch(line -> line.contains("| 2.50 | 3.00 | MISSED |"));
    }

    @Test
    void without_a_pair_there_is_no_table() {
        assertThat(KernelClaims.table(Map.of("Normals.addressable", 1.0))).isEmpty();
    }

    @Test
    void every_claim_names_kernels_there_are() throws ClassNotFoundException {
        for (KernelClaims.Claim claim : KernelClaims.ALL) {
            for (String kernel : List.of(claim.ours(), claim.theirs())) {
                String[] parts = kernel.split(":")[0].split("\\.");
                Method[] methods =
                        Class.forName("io.daybreak.bench.jmh." + parts[0]).getDeclaredMethods();
                assertThat(Arrays.stream(methods)
                                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                                .map(Method::getName))
                        .as(kernel)
                        .contains(parts[1]);
            }
        }
    }
}
