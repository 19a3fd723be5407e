package io.daybreak.bench.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What one child process is to do, as the file it is given says it.
 *
 * @param workload identifier of the workload
 * @param date business date, ISO
 * @param lake the sample day's lake
 * @param inputs tables of the steps
 * @param steps in order
 * @param out folder of the outputs
 * @param codec Parquet compression of the outputs: zstd (at level 1) or snappy
 */
public record Plan(
        String workload, String date, String lake, List<Input> inputs, List<Step> steps, String out, String codec) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Plan {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
    }

    /** The folder of an output. */
    public Path output(String name) {
        return Path.of(out).resolve(name);
    }

    /** Writes the plan to a file. */
    public void write(Path file) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /** Reads a plan from a file. */
    public static Plan read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Plan.class);
    }
}
