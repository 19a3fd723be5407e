package io.daybreak.bench.measure;

import io.daybreak.bench.answer.Answer;
import io.daybreak.bench.answer.DifferentAnswerException;
import io.daybreak.bench.data.BenchDay;
import io.daybreak.bench.data.Folders;
import io.daybreak.bench.plan.Output;
import io.daybreak.bench.plan.Plan;
import io.daybreak.bench.plan.Workload;
import io.daybreak.bench.plan.Workloads;
import io.daybreak.bench.process.ChildProcess;
import io.daybreak.bench.process.Engine;
import io.daybreak.bench.process.Figures;
import io.daybreak.bench.process.Java;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Runs one workload on every engine in turn, several times, and compares what they gave. */
public final class Rounds {

    /**
     * How to run.
     *
     * @param work folder for outputs, emptied after each run
     * @param sparkClassPath of the Spark peer; empty where it is not asked for
     * @param codec Parquet compression of the peers' outputs
     * @param timeoutSeconds of one run
     */
    public record Setting(Path work, String sparkClassPath, String codec, long timeoutSeconds) {}

    private final Setting setting;
    private final Consumer<String> progress;

    public Rounds(Setting setting, Consumer<String> progress) {
        this.setting = setting;
        this.progress = progress;
    }

    /**
     * Runs a workload.
     *
     * @param engines in the order of the first round; later rounds start with the next one
     * @throws DifferentAnswerException if two runs do not give the same
     */
    public List<Run> run(Workload workload, BenchDay day, List<Engine> engines, int rounds)
            throws IOException, InterruptedException, SQLException, DifferentAnswerException {
        List<Run> runs = new ArrayList<>();
        Agreement agreement = new Agreement(workload, engines);
        for (int round = 1; round <= rounds; round++) {
            List<Engine> turn = new ArrayList<>(engines);
            Collections.rotate(turn, 1 - round);
            for (Engine engine : turn) {
                Run run = run(workload, day, engine, round, agreement);
                runs.add(run);
                progress.accept(workload.id() + " round " + round + " of " + rounds + ": " + engine.id() + " is done");
            }
        }
        return List.copyOf(runs);
    }

    private Run run(Workload workload, BenchDay day, Engine engine, int round, Agreement agreement)
            throws IOException, InterruptedException, SQLException, DifferentAnswerException {
        Path out = setting.work().resolve(workload.id() + "-" + engine.id());
        Folders.delete(out);
        Files.createDirectories(out);
        Path lake = engine == Engine.DAYBREAK
                ? PrivateLake.of(day, workload, out)
                : day.lake().root();
        Plan plan = Workloads.plan(
                workload, engine.dialect(), BenchDay.DATE.toString(), lake, day::table, out, setting.codec());
        Path file = out.resolve("plan.json");
        plan.write(file);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String classPath = engine == Engine.SPARK ? setting.sparkClassPath() : System.getProperty("java.class.path");
        Figures figures = ChildProcess.run(
                Java.command(engine.flags(), classPath, engine.mainClass(), file.toString()),
                out,
                setting.timeoutSeconds());
        Answer answer = agreement.check(engine, round, out, figures);
        long input = 0;
        for (String table : workload.inputs()) {
            input += Folders.dataBytes(day.table(table));
        }
        long output = 0;
        for (Output table : workload.outputs()) {
            output += Folders.dataBytes(out.resolve(table.name()));
        }
        Folders.delete(out);
        long rows = workload.inputs().isEmpty() ? 0 : day.rows();
        return new Run(workload.id(), engine, round, rows, figures, input, output, answer, load);
    }
}
