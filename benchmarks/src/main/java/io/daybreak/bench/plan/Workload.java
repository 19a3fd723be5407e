package io.daybreak.bench.plan;

import java.util.List;

/**
 * One thing to measure.
 *
 * @param id as {@code --only} and the results call it
 * @param title one phrase
 * @param inputs tables it reads: landed or published by a sample night, or {@code currencies} and {@code countries}
 * @param outputs tables it writes, compared column by column; none where the child itself tells a checksum
 * @param dialects the peers that can run it, by the SQL there is for them
 */
public record Workload(String id, String title, List<String> inputs, List<Output> outputs, List<Dialect> dialects) {

    public Workload {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        dialects = List.copyOf(dialects);
    }
}
