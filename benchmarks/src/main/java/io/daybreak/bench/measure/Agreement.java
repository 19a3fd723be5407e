package io.daybreak.bench.measure;

import io.daybreak.bench.answer.Answer;
import io.daybreak.bench.answer.Checksum;
import io.daybreak.bench.answer.DifferentAnswerException;
import io.daybreak.bench.child.Signals;
import io.daybreak.bench.plan.Output;
import io.daybreak.bench.plan.Workload;
import io.daybreak.bench.process.Engine;
import io.daybreak.bench.process.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What engines and rounds must agree on: the first answer over each set of columns is what the others must give. */
final class Agreement {
    private final Workload workload;
    private final List<List<String>> lacking;
    private final Map<List<String>, String> first = new HashMap<>();
    private final Map<List<String>, String> whose = new HashMap<>();

    Agreement(Workload workload, List<Engine> engines) {
        this.workload = workload;
        this.lacking = engines.stream().map(Engine::lacks).distinct().toList();
    }

    Answer check(Engine engine, int round, Path out, Figures figures)
            throws IOException, SQLException, DifferentAnswerException {
        if (workload.outputs().isEmpty()) {
            Answer told = new Answer(Map.of("told", told(figures)));
            compare(List.of(), engine, round, told);
            return told;
        }
        Answer own = new Answer(Map.of());
        for (List<String> lacks : lacking) {
            if (lacks.containsAll(engine.lacks())) {
                List<Output> outputs = workload.outputs().stream()
                        .map(output -> output.without(lacks))
                        .toList();
                Answer answer = Checksum.of(outputs, out);
                compare(lacks, engine, round, answer);
                own = lacks.equals(engine.lacks()) ? answer : own;
            }
        }
        return own;
    }

    private String told(Figures figures) throws IOException {
        String checksum = figures.told().get(Signals.CHECKSUM);
        if (checksum == null || checksum.isEmpty()) {
            throw new IOException("workload " + workload.id() + " writes no table and told no checksum");
        }
        return checksum;
    }

    private void compare(List<String> lacks, Engine engine, int round, Answer answer) throws DifferentAnswerException {
        String other = first.putIfAbsent(lacks, answer.line());
        if (other == null) {
            whose.put(lacks, engine.id());
        } else if (!other.equals(answer.line())) {
            throw new DifferentAnswerException("workload " + workload.id() + ", round " + round + ": "
                    + engine.id() + " gives " + answer.line() + ", " + whose.get(lacks) + " gave " + other
                    + (lacks.isEmpty() ? "" : " (without " + lacks + ")") + ". What it wrote is kept");
        }
    }
}
