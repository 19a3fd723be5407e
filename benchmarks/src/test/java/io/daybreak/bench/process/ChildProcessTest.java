package io.daybreak.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void a_process_is_measured_whole_and_its_engine_apart() throws Exception {
        Figures figures = run("work", TIMEOUT_SECONDS);

        assertThat(figures.engineSeconds()).isGreaterThanOrEqualTo(0.29);
        assertThat(figures.wallSeconds()).isGreaterThan(figures.engineSeconds() + figures.startSeconds());
        assertThat(figures.startSeconds()).isPositive();
        assertThat(figures.cpuSeconds()).isGreaterThan(0.1);
        assertThat(figures.peakRssMib()).as("64 MiB are held").isGreaterThan(64);
        assertThat(figures.told()).containsOnlyKeys("spins_per_second");
    }

    @Test
    void a_process_that_fails_is_told_with_what_it_said_last() {
        assertThatThrownBy(() -> run("fail", TIMEOUT_SECONDS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void a_process_that_says_neither_ready_nor_done_has_no_time() {
        assertThatThrownBy(() -> run("silent", TIMEOUT_SECONDS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither ready nor done");
    }

    @Test
    void a_process_that_takes_too_long_is_ended() {
        assertThatThrownBy(() -> run("work", 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not done after 0 s");
    }

    private Figures run(String what, long timeoutSeconds) throws Exception {
        return ChildProcess.run(
                Java.command(
                        List.of("-Xmx128m", "-XX:+UseSerialGC"),
                        System.getProperty("java.class.path"),
                        "io.daybreak.bench.process.Child",
                        what),
                folder,
                timeoutSeconds);
    }
}
