package io.daybreak.jobs.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;

/** The bank's profit and loss by scenario, from the vectors of its books, and how it is distributed. */
final class ProfitAndLoss {

    private static final double UNITS_PER_ONE = 10_000;
    private static final int CLASSES = 48;

    /**
     * One histogram per scenario set other than STRESS, whose few scenarios have no distribution. It reaches from
     * the worst loss to the same gain; the last class also holds what lies beyond.
     */
    static List<NightSummary.Histogram> histograms(List<Record> vectors) {
        Map<String, long[]> sums = new TreeMap<>();
        for (Record row : vectors) {
            String set = SmallTables.text(row, "scenario_set");
            if (!set.equals("STRESS") && row.getField("pnl_e4") instanceof List<?> vector) {
                long[] sum = sums.computeIfAbsent(set, key -> new long[vector.size()]);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (Long) vector.get(i);
                }
            }
        }
        List<NightSummary.Histogram> histograms = new ArrayList<>();
        sums.forEach((set, sum) -> {
            if (sum.length > 0) {
                histograms.add(of(set, sum));
            }
        });
        return histograms;
    }

    private static NightSummary.Histogram of(String set, long[] pnl) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long each : pnl) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        // A gain beyond the mirror of the worst loss would only press the losses together.
        most = least < 0 ? Math.min(most, -least) : most;
        double width = Math.max((most - least) / UNITS_PER_ONE / CLASSES, 1 / UNITS_PER_ONE);
        double from = least / UNITS_PER_ONE;
        int[] counts = new int[CLASSES];
        for (long each : pnl) {
            int index = (int) ((each / UNITS_PER_ONE - from) / width);
            counts[Math.min(index, CLASSES - 1)]++;
        }
        List<Integer> boxed = new ArrayList<>();
        for (int count : counts) {
            boxed.add(count);
        }
        return new NightSummary.Histogram(set, pnl.length, from, width, boxed);
    }

    private ProfitAndLoss() {}
}
