package io.daybreak.jobs.reconcile;

import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.ControlTotal;
import io.daybreak.jobs.stage.ControlTotal.Side;
import io.daybreak.jobs.stage.StageSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The chain of control totals from the feeds to the last table. A stage balances by itself; the chain says that it took
 * in what the stage before it gave out. Where a stage has an IN total of a measure, the nearest stage whose tables it
 * reads and which has an OUT total of that measure must have the same rows and the same amount in every currency.
 */
final class ControlChain {

    /** Stands for rows counted over all currencies, as a feed's trailer counts them. */
    private static final String ALL_CURRENCIES = "*";

    /**
     * One place where two stages disagree.
     *
     * @param stage that took in
     * @param from stage that gave out
     * @param what both figures, in words
     * @param count rows they differ by; 0 if only the amount differs
     */
    record Break(String stage, String from, String what, long count) {}

    /** Rows and amount by currency, one side of one measure. */
    private record Figures(Map<String, Long> rows, Map<String, BigDecimal> amounts) {

        static Figures of(StageRecord record, String measure, Side side) {
            Map<String, Long> rows = new TreeMap<>();
            Map<String, BigDecimal> amounts = new TreeMap<>();
            for (ControlTotal total : record.totals()) {
                if (total.measure().equals(measure) && total.side() == side) {
                    rows.merge(total.currency(), total.rows(), Long::sum);
                    amounts.merge(total.currency(), total.amount(), BigDecimal::add);
                }
            }
            return new Figures(rows, amounts);
        }

        long allRows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        boolean countedByCurrency() {
            return !rows.containsKey(ALL_CURRENCIES);
        }

        long rowsIn(String currency) {
            return rows.getOrDefault(currency, 0L);
        }

        BigDecimal amountIn(String currency) {
            return amounts.getOrDefault(currency, BigDecimal.ZERO);
        }
    }

    private final List<StageSpec> order;
    private final Map<String, StageRecord> records;

    /**
     * @param order the night's stages, in order
     * @param records what they did, by stage; a stage that was not run has none
     */
    ControlChain(List<StageSpec> order, Map<String, StageRecord> records) {
        this.order = List.copyOf(order);
        this.records = Map.copyOf(records);
    }

    /** Every break, in the order of the night; none if the chain holds. */
    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (StageSpec stage : order) {
            StageRecord record = records.get(stage.name());
            if (record != null) {
                for (String measure : measures(record, Side.IN)) {
                    giver(stage, measure).ifPresent(giver -> compare(measure, giver, record, breaks));
                }
            }
        }
        return List.copyOf(breaks);
    }

    /** How many links were compared: pairs of stages and a measure. */
    int links() {
        int links = 0;
        for (StageSpec stage : order) {
            StageRecord record = records.get(stage.name());
            if (record != null) {
                for (String measure : measures(record, Side.IN)) {
                    links += giver(stage, measure).isPresent() ? 1 : 0;
                }
            }
        }
        return links;
    }

    private static Set<String> measures(StageRecord record, Side side) {
        Set<String> measures = new TreeSet<>();
        for (ControlTotal total : record.totals()) {
            if (total.side() == side) {
                measures.add(total.measure());
            }
        }
        return measures;
    }

    /** The last stage before this one whose tables it reads and which gave out the measure. */
    private Optional<StageRecord> giver(StageSpec stage, String measure) {
        Optional<StageRecord> nearest = Optional.empty();
        for (StageSpec before : order) {
            if (before.name().equals(stage.name())) {
                break;
            }
            StageRecord record = records.get(before.name());
            if (record != null
                    && stage.reads().stream().map(TableSpec::name).anyMatch(writes(before)::contains)
                    && measures(record, Side.OUT).contains(measure)) {
                nearest = Optional.of(record);
            }
        }
        return nearest;
    }

    private static Set<String> writes(StageSpec stage) {
        Set<String> names = new TreeSet<>();
        stage.writes().forEach(table -> names.add(table.name()));
        return names;
    }

    private static void compare(String measure, StageRecord giver, StageRecord taker, List<Break> breaks) {
        Figures given = Figures.of(giver, measure, Side.OUT);
        Figures taken = Figures.of(taker, measure, Side.IN);
        if (given.allRows() != taken.allRows()) {
            breaks.add(new Break(
                    taker.stage(),
                    giver.stage(),
                    said(measure, "all currencies", giver, given.allRows() + " rows", taker, taken.allRows() + " rows"),
                    Math.abs(given.allRows() - taken.allRows())));
        }
        Set<String> currencies = new TreeSet<>(given.amounts().keySet());
        currencies.addAll(taken.amounts().keySet());
        currencies.remove(ALL_CURRENCIES);
        boolean rowsToo = given.countedByCurrency() && taken.countedByCurrency();
        for (String currency : currencies) {
            long rows = rowsToo ? given.rowsIn(currency) - taken.rowsIn(currency) : 0;
            if (rows != 0 || given.amountIn(currency).compareTo(taken.amountIn(currency)) != 0) {
                String is = figure(rowsToo, given, currency);
                breaks.add(new Break(
                        taker.stage(),
                        giver.stage(),
                        said(measure, currency, giver, is, taker, figure(rowsToo, taken, currency)),
                        Math.abs(rows)));
            }
        }
    }

    private static String figure(boolean rowsToo, Figures figures, String currency) {
        String amount = figures.amountIn(currency).toPlainString();
        return rowsToo ? figures.rowsIn(currency) + " rows of " + amount : amount;
    }

    private static String said(
            String measure, String currency, StageRecord giver, String given, StageRecord taker, String taken) {
        return measure + " " + currency + ": stage " + giver.stage() + " gave out " + given + ", stage " + taker.stage()
                + " took in " + taken;
    }
}
