package io.daybreak.jobs.night;

import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Runs stages as soon as the stages they wait for are done, some at once. When one fails, no further stage begins; those
 * under way are let finish, so that what they publish is whole.
 */
final class SideBySide {

    /** What runs a stage to its publication. */
    @FunctionalInterface
    interface Work {
        StageRecord run(Stage stage) throws Exception;
    }

    private final NightGraph graph;
    private final int atOnce;

    /** @param atOnce stages under way at a time, at most */
    SideBySide(NightGraph graph, int atOnce) {
        this.graph = graph;
        this.atOnce = atOnce;
    }

    /**
     * Runs stages.
     *
     * @param stages in an order in which they could run one by one
     * @return their records, in that order
     * @throws Exception what made the first stage fail that did
     */
    List<StageRecord> run(List<Stage> stages, Work work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            return run(stages, work, new ExecutorCompletionService<>(workers));
        } finally {
            workers.shutdown();
        }
    }

    private List<StageRecord> run(List<Stage> stages, Work work, CompletionService<StageRecord> under)
            throws Exception {
        List<Stage> waiting = new ArrayList<>(stages);
        Map<String, StageRecord> done = new HashMap<>();
        int running = 0;
        Exception failure = null;
        while (true) {
            if (failure == null) {
                for (Stage stage : ready(waiting, stages, done.keySet(), atOnce - running)) {
                    waiting.remove(stage);
                    under.submit(() -> work.run(stage));
                    running++;
                }
            }
            if (running == 0) {
                break;
            }
            try {
                StageRecord record = under.take().get();
                done.put(record.stage(), record);
            } catch (ExecutionException e) {
                failure = first(failure, e);
            }
            running--;
        }
        if (failure != null) {
            throw failure;
        }
        return stages.stream().map(stage -> done.get(stage.spec().name())).toList();
    }

    private static Exception first(@Nullable Exception before, ExecutionException now) {
        if (before != null) {
            before.addSuppressed(now);
            return before;
        }
        if (now.getCause() instanceof Exception cause) {
            return cause;
        }
        return now;
    }

    /** The first few of the waiting stages that wait for nothing any more. */
    private List<Stage> ready(List<Stage> waiting, List<Stage> all, Set<String> done, int room) {
        Set<String> open = new HashSet<>();
        all.forEach(stage -> open.add(stage.spec().name()));
        open.removeAll(done);
        return waiting.stream()
                .filter(stage -> graph.after(stage.spec().name()).stream().noneMatch(open::contains))
                .limit(room)
                .toList();
    }
}
