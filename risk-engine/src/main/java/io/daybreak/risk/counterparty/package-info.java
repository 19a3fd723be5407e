/**
 * What a derivative counterparty may owe when it fails: exposure at default by SA-CCR (CRE52) with every intermediate,
 * and the capital for credit valuation adjustment by the basic approach (MAR50). Amounts are model figures in one
 * currency and unit, chosen by the caller. Start at {@link io.daybreak.risk.counterparty.NettingSet} and
 * {@link io.daybreak.risk.counterparty.BasicCva}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.counterparty;
