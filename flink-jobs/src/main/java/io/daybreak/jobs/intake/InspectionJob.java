package io.daybreak.jobs.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * The job that reads every landed byte once: files are dealt out over the tasks, largest first, and one task reads one
 * file whole, because a trailer vouches for whole files. Only findings come back.
 */
final class InspectionJob {

    /** Inspects a file by its number; the list of files goes along with the task. */
    private static final class Inspect implements MapFunction<Integer, FileFinding> {
        private static final long serialVersionUID = 1L;

        private final ArrayList<LandedPart> parts;

        Inspect(List<LandedPart> parts) {
            this.parts = new ArrayList<>(parts);
        }

        @Override
        public FileFinding map(Integer number) throws Exception {
            return new FileInspector(number, parts.get(number)).inspect();
        }
    }

    /**
     * Inspects files.
     *
     * @return one finding for each file, in the order of the files
     * @throws Exception if a file cannot be read or the job fails
     */
    static List<FileFinding> run(StreamExecutionEnvironment environment, int parallelism, List<LandedPart> parts)
            throws Exception {
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Integer> largestFirst = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer number) -> -parts.get(number).bytes()))
                .toList();
        List<FileFinding> findings = new ArrayList<>();
        try (CloseableIterator<FileFinding> found = environment
                .fromData(largestFirst, Types.INT)
                .rebalance()
                .map(new Inspect(parts))
                .returns(TypeInformation.of(FileFinding.class))
                .name("inspect files")
                .setParallelism(Math.min(parallelism, parts.size()))
                .rebalance()
                .executeAndCollect("intake: inspect " + parts.size() + " files")) {
            found.forEachRemaining(findings::add);
        }
        findings.sort(Comparator.comparingInt(FileFinding::number));
        return findings;
    }

    private InspectionJob() {}
}
