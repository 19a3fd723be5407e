package io.daybreak.jobs.risk;

import io.daybreak.jobs.risk.BookRevaluation.BookKey;
import io.daybreak.jobs.risk.Market.ScenarioSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The bank, its desks and its books as portfolios with a P&L vector each. Vectors add; values at risk do not. */
final class Portfolios {

    /** How large a portfolio is. */
    enum Level {
        FIRM,
        DESK,
        BOOK
    }

    /** One portfolio; its order is the bank, desks by name, books by name. */
    record Portfolio(Level level, String name) implements Comparable<Portfolio> {
        @Override
        public int compareTo(Portfolio other) {
            int byLevel = level.compareTo(other.level);
            return byLevel != 0 ? byLevel : name.compareTo(other.name);
        }
    }

    private final String firm;
    private final Map<ScenarioSet, Map<BookKey, long[]>> books = new EnumMap<>(ScenarioSet.class);

    /** @param firm the bank's name */
    Portfolios(String firm) {
        this.firm = firm;
    }

    /** Adds a book's vector. */
    void add(ScenarioSet set, BookKey key, long[] pnlE4) {
        books.computeIfAbsent(set, s -> new HashMap<>()).put(key, pnlE4);
    }

    /** The portfolios a book belongs to. */
    List<Portfolio> of(BookKey key) {
        return List.of(
                new Portfolio(Level.FIRM, firm),
                new Portfolio(Level.DESK, key.desk()),
                new Portfolio(Level.BOOK, bookName(key)));
    }

    /** Vectors of all portfolios over a set, the bank's first; empty if nothing was valued. */
    Map<Portfolio, long[]> vectors(ScenarioSet set) {
        Map<Portfolio, long[]> sums = new TreeMap<>();
        books.getOrDefault(set, Map.of()).forEach((key, pnl) -> {
            for (Portfolio portfolio : of(key)) {
                long[] sum = sums.computeIfAbsent(portfolio, p -> new long[pnl.length]);
                for (int i = 0; i < pnl.length; i++) {
                    sum[i] = Math.addExact(sum[i], pnl[i]);
                }
            }
        });
        return sums;
    }

    /** A book's own name; with its desk's where two desks have a book of that name. */
    private String bookName(BookKey key) {
        Set<String> desks = new HashSet<>();
        for (Map<BookKey, long[]> ofSet : books.values()) {
            for (BookKey other : new ArrayList<>(ofSet.keySet())) {
                if (other.book().equals(key.book())) {
                    desks.add(other.desk());
                }
            }
        }
        return desks.size() > 1 ? key.desk() + "/" + key.book() : key.book();
    }
}
