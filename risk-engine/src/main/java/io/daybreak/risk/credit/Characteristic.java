package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A property of a borrower, cut into bins. The last bin takes missing values and, for categories, those not seen in
 * training; it is neutral (weight 0) when training had none.
 *
 * @param cuts ascending upper bounds, exclusive, of all numeric bins but the last; empty for categories
 * @param categories bin of each category; empty for numbers
 */
public record Characteristic(
        String name, boolean numeric, double[] cuts, Map<String, Integer> categories, List<Bin> bins)
        implements Serializable {
    public Characteristic {
        Refuse.blank("characteristic name", name);
        bins = List.copyOf(bins);
        categories = Map.copyOf(categories);
    }

    /** Bin of a number; NaN is missing. */
    public int binOf(double value) {
        if (!numeric) {
            throw new RefusedInputException("characteristic " + name + " takes categories, not the number " + value);
        }
        if (Double.isNaN(value)) {
            return bins.size() - 1;
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value < cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Bin of a category; the empty string is missing. */
    public int binOf(String category) {
        if (numeric) {
            throw new RefusedInputException("characteristic " + name + " takes numbers, not the category " + category);
        }
        return categories.getOrDefault(category, bins.size() - 1);
    }

    public double informationValue() {
        return Bin.informationValue(bins);
    }

    /** Each category its own bin, in alphabetical order; empty strings are missing. */
    public static Characteristic categorical(String name, String[] values, boolean[] bad) {
        checkSample(name, values.length, bad);
        Map<String, int[]> counts = new TreeMap<>();
        int[] missing = new int[2];
        for (int i = 0; i < values.length; i++) {
            int[] count = values[i].isEmpty() ? missing : counts.computeIfAbsent(values[i], key -> new int[2]);
            count[bad[i] ? 1 : 0]++;
        }
        int totalBad = countBad(bad);
        int totalGood = bad.length - totalBad;
        List<Bin> bins = new ArrayList<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        counts.forEach((category, count) -> {
            index.put(category, bins.size());
            bins.add(Bin.of(category, count[0], count[1], totalGood, totalBad));
        });
        bins.add(Bin.of("missing or unseen", missing[0], missing[1], totalGood, totalBad));
        return new Characteristic(name, false, new double[0], index, bins);
    }

    /** Numbers cut at given ascending bounds; a value at a bound belongs to the bin above. NaN is missing. */
    public static Characteristic numeric(String name, double[] values, boolean[] bad, double[] cuts) {
        checkSample(name, values.length, bad);
        int[][] counts = new int[cuts.length + 2][2];
        double[] bounds = cuts.clone();
        Characteristic locator = new Characteristic(name, true, bounds, Map.of(), emptyBins(cuts.length + 2));
        for (int i = 0; i < values.length; i++) {
            counts[locator.binOf(values[i])][bad[i] ? 1 : 0]++;
        }
        int totalBad = countBad(bad);
        int totalGood = bad.length - totalBad;
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < counts.length; b++) {
            bins.add(Bin.of(label(bounds, b), counts[b][0], counts[b][1], totalGood, totalBad));
        }
        return new Characteristic(name, true, bounds, Map.of(), bins);
    }

    /**
     * Numbers cut so that the bad rate rises or falls throughout: equal-count pieces, then neighbours that break the
     * direction merged (pool adjacent violators), the direction with the higher information value kept.
     *
     * @param pieces equal-count pieces to begin with, at least 2
     */
    public static Characteristic monotone(String name, double[] values, boolean[] bad, int pieces) {
        Refuse.fewerThan("pieces", pieces, 2);
        checkSample(name, values.length, bad);
        double[] observed =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        Refuse.fewerThan("observed values of " + name, observed.length, pieces);
        double[] cuts = java.util.stream.IntStream.range(1, pieces)
                .mapToDouble(piece -> observed[(int) ((long) piece * observed.length / pieces)])
                .filter(cut -> cut > observed[0])
                .distinct()
                .toArray();
        Characteristic fine = numeric(name, values, bad, cuts);
        Characteristic rising = numeric(name, values, bad, pooled(fine, 1.0));
        Characteristic falling = numeric(name, values, bad, pooled(fine, -1.0));
        return rising.informationValue() >= falling.informationValue() ? rising : falling;
    }

    /** Cuts left when the bad rate times {@code sign} may not fall from one bin to the next. */
    private static double[] pooled(Characteristic fine, double sign) {
        int pieces = fine.cuts().length + 1;
        double[] bad = new double[pieces];
        double[] size = new double[pieces];
        int[] end = new int[pieces];
        int top = -1;
        for (int b = 0; b < pieces; b++) {
            top++;
            bad[top] = fine.bins().get(b).bad();
            size[top] = bad[top] + fine.bins().get(b).good();
            end[top] = b;
            while (top > 0 && sign * bad[top - 1] * size[top] >= sign * bad[top] * size[top - 1]) {
                bad[top - 1] += bad[top];
                size[top - 1] += size[top];
                end[top - 1] = end[top];
                top--;
            }
        }
        double[] kept = new double[top];
        for (int b = 0; b < top; b++) {
            kept[b] = fine.cuts()[end[b]];
        }
        return kept;
    }

    private static void checkSample(String name, int values, boolean[] bad) {
        Refuse.fewerThan("sample of " + name, values, 1);
        Refuse.differentLength("outcomes of " + name, bad.length, values);
    }

    private static int countBad(boolean[] bad) {
        int count = 0;
        for (boolean outcome : bad) {
            count += outcome ? 1 : 0;
        }
        return count;
    }

    private static List<Bin> emptyBins(int count) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bins.add(new Bin("", 0, 0, 0.0, 0.0));
        }
        return bins;
    }

    private static String label(double[] cuts, int bin) {
        if (bin == cuts.length + 1) {
            return "missing";
        }
        String low = bin == 0 ? "-inf" : String.valueOf(cuts[bin - 1]);
        String high = bin == cuts.length ? "inf" : String.valueOf(cuts[bin]);
        return "[" + low + ", " + high + ")";
    }
}
