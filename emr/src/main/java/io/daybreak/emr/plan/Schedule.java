package io.daybreak.emr.plan;

import io.daybreak.emr.night.StageClass;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.StageDemand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The calm night: nothing late, nothing lost. Stages of the highest class that have launched share all slots equally;
 * a stage waits {@code launchSeconds} after its predecessors before it can use any. Lower classes use what is left,
 * which is everything while the higher ones launch.
 *
 * @param stages times of every stage, in dependency order
 * @param finishSeconds seconds after midnight at which the last stage is published
 */
public record Schedule(List<StageTime> stages, double finishSeconds) {

    public Schedule {
        stages = List.copyOf(stages);
    }

    /**
     * Plays the calm night.
     *
     * @param slots slots that a class of stages may use
     * @param s3BytesPerSlotSecond bandwidth to S3 of one slot
     * @param startSeconds when cluster and feeds are ready, seconds after midnight
     * @param strictWindows whether stages wait for their class's window
     */
    static Schedule of(
            NightDemand demand,
            ToIntFunction<StageClass> slots,
            double s3BytesPerSlotSecond,
            double startSeconds,
            boolean strictWindows) {
        List<Progress> all = new ArrayList<>();
        Map<String, Progress> byName = new HashMap<>();
        for (StageDemand stage : demand.stages()) {
            Progress progress = new Progress(stage, stage.slotSeconds(s3BytesPerSlotSecond));
            all.add(progress);
            byName.put(stage.name(), progress);
        }
        double now = startSeconds;
        while (true) {
            for (Progress stage : all) {
                stage.submitIfReady(now, byName, strictWindows);
            }
            StageClass top = topClass(all, now);
            int sharing = count(all, now, top);
            int usable = slots.applyAsInt(top);
            double next = nextEvent(all, now, top, sharing, usable, strictWindows);
            if (Double.isInfinite(next)) {
                break;
            }
            for (Progress stage : all) {
                stage.advance(now, next, top, sharing, usable);
            }
            now = next;
        }
        List<StageTime> times = new ArrayList<>();
        for (Progress stage : all) {
            times.add(new StageTime(stage.demand.name(), stage.submitted, stage.finished, stage.total));
        }
        return new Schedule(times, now);
    }

    private static StageClass topClass(List<Progress> all, double now) {
        StageClass top = StageClass.LOW;
        for (Progress stage : all) {
            if (stage.working(now) && stage.demand.stageClass().compareTo(top) < 0) {
                top = stage.demand.stageClass();
            }
        }
        return top;
    }

    private static int count(List<Progress> all, double now, StageClass top) {
        int count = 0;
        for (Progress stage : all) {
            if (stage.working(now) && stage.demand.stageClass() == top) {
                count++;
            }
        }
        return count;
    }

    private static double nextEvent(
            List<Progress> all, double now, StageClass top, int sharing, int slots, boolean strictWindows) {
        double next = Double.POSITIVE_INFINITY;
        for (Progress stage : all) {
            if (stage.isFinished()) {
                continue;
            }
            if (stage.working(now) && stage.demand.stageClass() == top) {
                next = Math.min(next, now + stage.left * sharing / slots);
            } else if (stage.isSubmitted() && !stage.working(now)) {
                next = Math.min(next, stage.submitted + stage.demand.launchSeconds());
            } else if (!stage.isSubmitted() && strictWindows && stage.opensAt() > now) {
                next = Math.min(next, stage.opensAt());
            }
        }
        return next;
    }

    /** A stage under way. */
    private static final class Progress {
        private final StageDemand demand;
        private final double total;
        private double left;
        private double submitted = Double.NaN;
        private double finished = Double.NaN;

        Progress(StageDemand demand, double total) {
            this.demand = demand;
            this.total = total;
            this.left = total;
        }

        boolean isSubmitted() {
            return !Double.isNaN(submitted);
        }

        boolean isFinished() {
            return !Double.isNaN(finished);
        }

        double opensAt() {
            return demand.stageClass().windowStartHour() * 3600.0;
        }

        boolean working(double now) {
            return isSubmitted() && !isFinished() && now >= submitted + demand.launchSeconds();
        }

        void submitIfReady(double now, Map<String, Progress> byName, boolean strictWindows) {
            if (isSubmitted() || (strictWindows && now < opensAt())) {
                return;
            }
            for (String name : demand.after()) {
                Progress before = byName.get(name);
                if (before == null || !before.isFinished()) {
                    return;
                }
            }
            submitted = now;
        }

        void advance(double now, double next, StageClass top, int sharing, int slots) {
            if (!working(now) || demand.stageClass() != top) {
                return;
            }
            left -= (next - now) * slots / sharing;
            if (left <= 1e-6) {
                left = 0;
                finished = next;
            }
        }
    }
}
