package io.daybreak.jobs.landing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exact sums of cents by currency; {@code "-"} stands for rows without one. */
final class CurrencyTotals {

    private static final byte[] NO_CURRENCY = {'-'};

    private static final class Total {
        private final byte[] currency;
        private BigInteger carried = BigInteger.ZERO;
        private long cents;

        private Total(byte[] currency) {
            this.currency = currency;
        }
    }

    private final List<Total> totals = new ArrayList<>();

    void add(byte[] buffer, int start, int length, long cents) {
        Total total = find(buffer, start, length);
        long sum = total.cents + cents;
        if (((total.cents ^ sum) & (cents ^ sum)) < 0) {
            total.carried = total.carried.add(BigInteger.valueOf(total.cents));
            sum = cents;
        }
        total.cents = sum;
    }

    void addWithoutCurrency(long cents) {
        add(NO_CURRENCY, 0, 1, cents);
    }

    SortedMap<String, BigDecimal> byCurrency() {
        SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        for (Total total : totals) {
            BigInteger sum = total.carried.add(BigInteger.valueOf(total.cents));
            amounts.put(new String(total.currency, StandardCharsets.UTF_8), new BigDecimal(sum, 2));
        }
        return amounts;
    }

    private Total find(byte[] buffer, int start, int length) {
        for (int i = 0; i < totals.size(); i++) {
            byte[] currency = totals.get(i).currency;
            if (Arrays.equals(currency, 0, currency.length, buffer, start, start + length)) {
                return totals.get(i);
            }
        }
        Total total = new Total(Arrays.copyOfRange(buffer, start, start + length));
        totals.add(total);
        return total;
    }
}
