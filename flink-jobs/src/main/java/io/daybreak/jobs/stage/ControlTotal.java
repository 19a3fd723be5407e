package io.daybreak.jobs.stage;

import java.math.BigDecimal;

/**
 * One figure by which a stage is balanced: for every measure and currency, IN = OUT + REJECTED by count and by amount.
 *
 * @param measure what is counted, e.g. "transactions"
 * @param currency ISO 4217; "-" where rows carry none
 * @param amount in currency; zero where rows carry no amount
 */
public record ControlTotal(String measure, Side side, String currency, long rows, BigDecimal amount) {

    public enum Side {
        IN,
        OUT,
        REJECTED
    }
}
