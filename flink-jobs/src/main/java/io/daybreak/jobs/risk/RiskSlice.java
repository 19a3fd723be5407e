package io.daybreak.jobs.risk;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.lake.PublishedReader;
import io.daybreak.risk.measure.ConfidenceLevel;
import io.daybreak.risk.measure.TailRisk;
import io.daybreak.risk.revalue.PnlVector;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Any set of books, asked after the night: their published vectors are added and measured, nothing is simulated again.
 */
public final class RiskSlice {

    /** A published vector's place. */
    public record BookName(String desk, String book) implements Comparable<BookName> {
        @Override
        public int compareTo(BookName other) {
            int byDesk = desk.compareTo(other.desk);
            return byDesk != 0 ? byDesk : book.compareTo(other.book);
        }
    }

    /** A scenario and the slice's gain in it, in the base currency. */
    public record Worst(String scenario, double pnl) {}

    /**
     * What is to be known of a slice.
     *
     * @param books that belong to it
     * @param booksInAll books of the bank
     * @param valueAtRisk at the level asked for, with its interval
     * @param part of the bank's value at risk; parts of disjoint slices that make up the bank add up
     * @param bank value at risk of the bank
     * @param bankWithout value at risk of the bank without the slice
     * @param worst scenarios, the worst first
     */
    public record Measured(
            List<BookName> books,
            int booksInAll,
            TailRisk valueAtRisk,
            double part,
            double bank,
            double bankWithout,
            List<Worst> worst) {}

    private static final TableSpec VECTORS = Catalogue.table("pnl_vectors");
    private static final TableSpec SCENARIOS = Catalogue.table("scenarios");

    private final String identity;
    private final Map<BookName, PnlVector> vectors;
    private final Map<Integer, String> names;

    private RiskSlice(String identity, Map<BookName, PnlVector> vectors, Map<Integer, String> names) {
        this.identity = identity;
        this.vectors = vectors;
        this.names = names;
    }

    /**
     * The published vectors of a business date.
     *
     * @param set HISTORICAL, MONTE_CARLO or STRESS
     * @return without books if the date or the set was not published
     */
    public static RiskSlice read(PublishedCatalog catalog, LocalDate date, String set) throws IOException {
        String identity = set + " " + date;
        Map<BookName, PnlVector> vectors = new TreeMap<>();
        Map<Integer, String> names = new HashMap<>();
        if (!catalog.exists(VECTORS)) {
            return new RiskSlice(identity, vectors, names);
        }
        PublishedReader.read(
                catalog.address(VECTORS),
                catalog.publishedSnapshot(VECTORS),
                date.toString(),
                List.of("scenario_set", "desk", "book", "pnl_e4"),
                row -> {
                    if (row.getField("scenario_set").toString().equals(set)) {
                        List<?> pnl = (List<?>) row.getField("pnl_e4");
                        vectors.put(
                                new BookName(
                                        row.getField("desk").toString(),
                                        row.getField("book").toString()),
                                PnlVector.ofQuanta(
                                        identity,
                                        pnl.stream()
                                                .mapToLong(each -> (Long) each)
                                                .toArray()));
                    }
                });
        PublishedReader.read(
                catalog.address(SCENARIOS),
                catalog.publishedSnapshot(SCENARIOS),
                date.toString(),
                List.of("scenario_set", "scenario_index", "scenario_name"),
                row -> {
                    if (row.getField("scenario_set").toString().equals(set)) {
                        names.put(
                                (Integer) row.getField("scenario_index"),
                                row.getField("scenario_name").toString());
                    }
                });
        return new RiskSlice(identity, vectors, names);
    }

    /** Books with a vector, by desk. */
    public Set<BookName> books() {
        return vectors.keySet();
    }

    /**
     * Measures the books given, which must be among {@link #books} and at least one.
     *
     * @param worst how many of the worst scenarios to name
     */
    public Measured measure(List<BookName> books, ConfidenceLevel level, int worst) {
        PnlVector slice = sum(books);
        PnlVector bank = sum(vectors.keySet());
        TailRisk ofBank = TailRisk.of(bank, level);
        TailRisk ofSlice = TailRisk.of(slice, level);
        return new Measured(
                List.copyOf(books),
                vectors.size(),
                ofSlice,
                ofBank.componentValueAtRisk(slice),
                ofBank.valueAtRisk(),
                ofBank.valueAtRisk() - ofBank.incrementalValueAtRisk(bank, slice),
                worst(slice, worst));
    }

    private PnlVector sum(Iterable<BookName> books) {
        List<PnlVector> found = new ArrayList<>();
        for (BookName book : books) {
            PnlVector vector = vectors.get(book);
            if (vector == null) {
                throw new IllegalArgumentException("no vector of " + book + " in " + identity);
            }
            found.add(vector);
        }
        PnlVector sum = PnlVector.zero(identity, found.get(0).size());
        for (PnlVector vector : found) {
            sum = sum.plus(vector);
        }
        return sum;
    }

    private List<Worst> worst(PnlVector slice, int count) {
        Integer[] order = new Integer[slice.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(slice::quanta));
        List<Worst> worst = new ArrayList<>();
        for (int i = 0; i < Math.min(count, order.length); i++) {
            worst.add(new Worst(names.getOrDefault(order[i], "simulated " + order[i]), slice.units(order[i])));
        }
        return List.copyOf(worst);
    }
}
