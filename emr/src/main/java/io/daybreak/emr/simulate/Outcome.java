package io.daybreak.emr.simulate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daybreak.emr.plan.ClusterPlan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What a rehearsal showed of one plan.
 *
 * @param label the plan
 * @param nights nights played
 * @param onTime published by the deadline
 * @param filedInTime filed by the regulators' 09:00
 * @param finishSeconds when the night was published
 * @param usd what it cost
 * @param held share of slot time that stages held, mean
 * @param interruptionsPerNight spot nodes lost, mean
 * @param interruptionRate spot nodes lost over spot nodes started
 * @param recomputedShare work done twice over the calm night's work, mean
 * @param stageSuccess stages that succeeded at the first attempt, over all
 * @param causes main causes of nights longer than calm ones, with their number
 * @param missCauses the same, of the nights that missed the deadline
 */
public record Outcome(
        String label,
        int nights,
        Proportion onTime,
        Proportion filedInTime,
        Spread finishSeconds,
        Spread usd,
        double held,
        double interruptionsPerNight,
        double interruptionRate,
        double recomputedShare,
        double stageSuccess,
        Map<String, Integer> causes,
        Map<String, Integer> missCauses,
        @JsonIgnore ClusterPlan plan,
        @JsonIgnore List<NightResult> results) {
    private static final double FILING_DEADLINE_SECONDS = 9 * 3600;

    public Outcome {
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
        missCauses = Collections.unmodifiableMap(new TreeMap<>(missCauses));
        results = List.copyOf(results);
    }

    static Outcome of(ClusterPlan plan, List<NightResult> results, NightResult calm, double deadlineSeconds) {
        int onTime = 0;
        int filed = 0;
        int interruptions = 0;
        int spotNodes = 0;
        int restarts = 0;
        int stages = 0;
        Map<String, Integer> causes = new TreeMap<>();
        Map<String, Integer> missCauses = new TreeMap<>();
        for (NightResult night : results) {
            String cause = night.mainCause(calm.finishSeconds());
            causes.merge(cause, 1, Integer::sum);
            if (night.finishSeconds() <= deadlineSeconds) {
                onTime++;
            } else {
                missCauses.merge(cause, 1, Integer::sum);
            }
            filed += night.filedSeconds() <= FILING_DEADLINE_SECONDS ? 1 : 0;
            interruptions += night.interruptions();
            spotNodes += night.spotNodes();
            restarts += night.stageRestarts();
            stages += night.stages();
        }
        double calmWork = calm.held() * calm.finishSeconds() * plan.estimate().slots();
        return new Outcome(
                plan.label(),
                results.size(),
                Proportion.of(onTime, results.size()),
                Proportion.of(filed, results.size()),
                spread(results, NightResult::finishSeconds),
                spread(results, NightResult::usd),
                mean(results, NightResult::held),
                (double) interruptions / results.size(),
                spotNodes == 0 ? 0 : (double) interruptions / spotNodes,
                mean(results, NightResult::recomputedSlotSeconds) / calmWork,
                1 - (double) restarts / stages,
                causes,
                missCauses,
                plan,
                results);
    }

    private static Spread spread(List<NightResult> results, ToDoubleFunction<NightResult> value) {
        double[] values = new double[results.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(results.get(i));
        }
        return Spread.of(values);
    }

    private static double mean(List<NightResult> results, ToDoubleFunction<NightResult> value) {
        double sum = 0;
        for (NightResult result : results) {
            sum += value.applyAsDouble(result);
        }
        return sum / results.size();
    }
}
