package io.daybreak.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.bench.child.Signals;
import io.daybreak.bench.measure.Run;

/** One run as one line of JSON. */
public final class JsonLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    /** Names end in their unit; a figure a process did not tell is not there. */
    public static String of(Run run, Machine machine, String codec) {
        ObjectNode line = JSON.createObjectNode();
        line.put("workload", run.workload());
        line.put("engine", run.engine().id());
        line.put("round", run.round());
        line.put("rows", run.rows());
        line.put("wall_seconds", run.figures().wallSeconds());
        line.put("engine_seconds", run.figures().engineSeconds());
        line.put("start_seconds", run.figures().startSeconds());
        line.put("cpu_seconds", run.figures().cpuSeconds());
        line.put("peak_rss_mib", run.figures().peakRssMib());
        line.put("rows_per_second", run.rowsPerSecond());
        line.put("gb_per_core_hour", run.gbPerCoreHour());
        line.put("input_mib", run.inputBytes() / BYTES_PER_MIB);
        line.put("output_mib", run.outputBytes() / BYTES_PER_MIB);
        line.put("read_mib", run.figures().readMib());
        line.put("written_mib", run.figures().writtenMib());
        run.figures().told().forEach((name, value) -> {
            if (name.endsWith("_seconds") || name.endsWith("_mib") || name.contains("_per_")) {
                line.put(name, Double.parseDouble(value));
            } else if (!name.equals(Signals.CHECKSUM)) {
                line.put(name, value);
            }
        });
        line.put("checksum", run.answer().line());
        line.put("codec", codec);
        line.put(
                "flags",
                String.join(
                        " ",
                        run.engine().flags().stream()
                                .filter(flag -> flag.startsWith("-X"))
                                .toList()));
        line.put("load_average", run.load());
        line.put("commit", machine.commit());
        line.put("machine", machine.processor() + ", " + machine.memoryGib() + " GiB, Java " + machine.java());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }

    private JsonLines() {}
}
