package io.daybreak.emr.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the wrapper of every step against stand-ins for flink and yarn. */
class StepWrapperTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private int run(String flink, String yarn) throws Exception {
        script("flink", flink);
        script("yarn", yarn);
        ProcessBuilder builder =
                new ProcessBuilder("bash", script().toString(), "flink", "run-application", "-t", "yarn-application");
        builder.environment().put("PATH", dir + ":" + System.getenv("PATH"));
        builder.environment().put("DAYBREAK_POLL_SECONDS", "0");
        Process process;
        try {
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "bash is not here: the step wrapper was not run");
            throw e;
        }
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.write(dir.resolve(name), ("#!/bin/bash\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path script() {
        Path here = Path.of("bootstrap/daybreak-step");
        return Files.exists(here) ? here : Path.of("emr/bootstrap/daybreak-step");
    }

    private static final String SUBMITTED = "echo 'Submitted application application_1700000000000_0042'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUCCEEDED|fine|0",
                "FAILED|stage reports, 3 cells differ, exit code 6|6",
                "FAILED|exit code 4 then at last exit code 5|5",
                "FAILED|container lost|7",
                "FAILED|a container ended with exit code 239, another with exit code 137.|7",
                "KILLED|exit code 5|7",
            })
    void the_step_exits_with_the_nights_code(String state, String diagnostics, int expected) throws Exception {
        int code = run(SUBMITTED, "printf '\\tFinal-State : " + state + "\\n\\tDiagnostics : " + diagnostics + "\\n'");

        assertThat(code).isEqualTo(expected);
    }

    @Test
    void it_follows_the_application_until_it_is_final() throws Exception {
        String yarn = "n=$(cat \"" + dir + "/n\" 2>/dev/null || echo 0); echo $((n + 1)) > \"" + dir + "/n\"\n"
                + "[ \"$n\" -lt 3 ] && printf '\\tFinal-State : UNDEFINED\\n' || printf '\\tFinal-State : SUCCEEDED\\n'";

        assertThat(run(SUBMITTED, yarn)).isZero();
        assertThat(Files.readString(dir.resolve("n")).trim()).isEqualTo("4");
    }

    @Test
    void nothing_submitted_and_no_answer_from_yarn_are_safe_to_retry() throws Exception {
        assertThat(run("exit 1", "exit 1")).isEqualTo(7);
        assertThat(run(SUBMITTED, "exit 1")).isEqualTo(7);
    }

    @Test
    void the_code_is_looked_up_in_the_job_managers_log_when_yarn_keeps_no_message() throws Exception {
        String yarn = "if [ \"$1\" = logs ]; then echo 'FlinkApplication: the stage ended with exit code 5'; else"
                + " printf '\\tFinal-State : FAILED\\n\\tDiagnostics : \\n'; fi";

        assertThat(run(SUBMITTED, yarn)).isEqualTo(5);
    }
}
