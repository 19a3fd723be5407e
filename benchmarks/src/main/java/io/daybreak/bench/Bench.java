package io.daybreak.bench;

import io.daybreak.bench.answer.DifferentAnswerException;
import io.daybreak.bench.data.BenchDay;
import io.daybreak.bench.data.LargeBook;
import io.daybreak.bench.data.SampleData;
import io.daybreak.bench.measure.Rounds;
import io.daybreak.bench.measure.Run;
import io.daybreak.bench.plan.Workload;
import io.daybreak.bench.plan.Workloads;
import io.daybreak.bench.process.Engine;
import io.daybreak.bench.report.JsonLines;
import io.daybreak.bench.report.KernelClaims;
import io.daybreak.bench.report.Machine;
import io.daybreak.bench.report.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code daybreak bench}: measures the night's work beside its peers'. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Runs workloads on Daybreak and on its peers, over the same files, each run in a process of its own, and prints"
                    + " what each cost. Engines take turns. What they wrote is compared before a time is printed.",
            "",
            "What each workload is, and the last table: docs/benchmarks.md.%n"
        },
        footer = {
            "",
            "Example: the stage prepare on a million transactions, Spark and DuckDB beside it:",
            "  daybreak bench --rows 1000000 --only A --peers spark,duckdb"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all answers agree",
            "2:the command line is wrong",
            "5:an engine failed, or the disk or memory did",
            "6:an engine's answer differs: no time is printed"
        })
public final class Bench implements Callable<Integer> {

    private static final int GOOD = 0;
    private static final double MEDIAN = 50;
    private static final int FAILED = 5;
    private static final int DIFFERENT = 6;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Transactions of the sample day (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(names = "--wide", description = "Transactions carry their payment message, about 4 KB a row.")
    private boolean wide;

    @Option(names = "--only", split = ",", paramLabel = "A", description = "Workloads to run (default: all).")
    private List<String> only = List.of();

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "PEER",
            defaultValue = "spark,duckdb,flink-sql",
            description = "spark, duckdb, flink-sql, or none (default: ${DEFAULT-VALUE}).")
    private List<String> peers = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds; every engine runs once in each (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--codec",
            paramLabel = "CODEC",
            defaultValue = "zstd",
            description =
                    "Parquet compression the peers write with: zstd at level 1 as the lake has it, or snappy as Spark"
                            + " has it by default (default: ${DEFAULT-VALUE}).")
    private String codec = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "bench-data",
            description = "Where sample days are kept between runs (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Append a line of JSON for every run to this file.")
    private Path out = Path.of("");

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "A run that takes longer is a failure (default: ${DEFAULT-VALUE}).")
    private long timeoutSeconds;

    @Option(
            names = "--jmh",
            paramLabel = "PATTERN",
            description =
                    "Run the kernels whose name holds this regular expression by JMH, and nothing else; '.' for all.")
    private String kernels = "";

    @Option(names = "--spark-target", hidden = true, description = "Where the Spark peer was built; the launcher says.")
    private Path sparkTarget = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!kernels.isEmpty()) {
            return kernels();
        }
        List<Workload> workloads = workloads();
        List<Engine> engines = engines();
        if (runs < 1 || rows < 1_000 || !List.of("zstd", "snappy").contains(codec)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--runs " + runs + " must be 1 or more, --rows " + rows + " 1000 or more, --codec " + codec
                            + " zstd or snappy");
        }
        try {
            Machine machine = Machine.here(Path.of("").toAbsolutePath());
            say("machine: " + machine.line());
            say("sample day: " + rows + (wide ? " wide" : "") + " transactions under " + data);
            BenchDay day = new SampleData(data)
                    .ensure(
                            rows,
                            wide,
                            workloads.stream()
                                    .flatMap(workload -> workload.inputs().stream())
                                    .toList());
            List<Run> all = new ArrayList<>();
            for (Workload workload : workloads) {
                BenchDay given = workload.id().equals("F2") ? LargeBook.ensure(day) : day;
                List<Run> agreed = rounds().run(workload, given, able(workload, engines), runs);
                write(agreed, machine);
                all.addAll(agreed);
            }
            spec.commandLine().getOut().print(ResultTable.of(all));
            spec.commandLine().getOut().flush();
            return GOOD;
        } catch (DifferentAnswerException e) {
            say("daybreak bench: DIFFERENT ANSWER (exit " + DIFFERENT + "): " + e.getMessage());
            return DIFFERENT;
        } catch (IOException e) {
            say("daybreak bench: FAILED (exit " + FAILED + "): " + e.getMessage());
            return FAILED;
        }
    }

    /**
     * Runs kernels and tells what they are asked to reach, where both sides of a claim were among them: by the medians of
     * their iterations, which one that was disturbed does not move.
     */
    private int kernels() throws RunnerException {
        Map<String, Double> seconds = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder().include(kernels).build()).run()) {
            BenchmarkParams kernel = result.getParams();
            String name = kernel.getBenchmark();
            String parameters = kernel.getParamsKeys().stream()
                    .sorted()
                    .map(key -> key + "=" + kernel.getParam(key))
                    .collect(Collectors.joining(","));
            double scale = (double) kernel.getTimeUnit().toNanos(1) / TimeUnit.SECONDS.toNanos(1);
            seconds.put(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1)
                            + (parameters.isEmpty() ? "" : ":" + parameters),
                    result.getPrimaryResult().getStatistics().getPercentile(MEDIAN) * scale);
        }
        spec.commandLine().getOut().print(KernelClaims.table(seconds));
        spec.commandLine().getOut().flush();
        return GOOD;
    }

    private Rounds rounds() throws IOException {
        return new Rounds(
                new Rounds.Setting(
                        data.toAbsolutePath().normalize().resolve("work"),
                        sparkTarget.toString().isEmpty() ? "" : SparkClassPath.under(sparkTarget),
                        codec,
                        timeoutSeconds),
                this::say);
    }

    private void write(List<Run> agreed, Machine machine) throws IOException {
        if (out.toString().isEmpty()) {
            return;
        }
        List<String> lines =
                agreed.stream().map(run -> JsonLines.of(run, machine, codec)).toList();
        Files.write(out, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private List<Workload> workloads() {
        try {
            return only.isEmpty()
                    ? Workloads.ALL
                    : only.stream().map(Workloads::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--only: " + e.getMessage(), e);
        }
    }

    private List<Engine> engines() {
        List<Engine> engines = new ArrayList<>(List.of(Engine.DAYBREAK));
        for (String peer : peers) {
            if (!peer.toLowerCase(Locale.ROOT).equals("none")) {
                engines.add(Arrays.stream(Engine.values())
                        .filter(engine ->
                                engine != Engine.DAYBREAK && engine.id().equalsIgnoreCase(peer))
                        .findFirst()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--peers: no peer '" + peer + "'; there are spark, duckdb, flink-sql, none")));
            }
        }
        if (engines.contains(Engine.SPARK) && sparkTarget.toString().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--peers: Spark was not built; start with ./daybreak bench, which builds it");
        }
        return engines;
    }

    private static List<Engine> able(Workload workload, List<Engine> engines) {
        return engines.stream()
                .filter(engine ->
                        engine == Engine.DAYBREAK || workload.dialects().contains(engine.dialect()))
                .toList();
    }
}
