package io.daybreak.emr.plan;

import java.math.BigDecimal;

/** A stage's share of the night's cost by slots held; start-up, launches and idle slots are a row of their own. */
public record StageCost(String stage, BigDecimal usd) {}
