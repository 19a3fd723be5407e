package io.daybreak.risk.liquidity;

import java.math.BigDecimal;

/** One line of a liquidity ratio: item, amount, factor, and their product. */
public record WeightedLine(String item, BigDecimal amount, BigDecimal factor, BigDecimal weighted) {}
