package io.daybreak.risk.liquidity;

import io.daybreak.risk.CurrencyRounding;
import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Net stable funding ratio: available over required stable funding (NSF20.2).
 *
 * @param lines every line that entered, available first
 * @param ratio to six decimals; 1 is the minimum
 */
public record StableFunding(List<WeightedLine> lines, BigDecimal available, BigDecimal required, BigDecimal ratio) {
    public static StableFunding of(Map<FundingItem, BigDecimal> amounts) {
        return of(amounts, Map.of());
    }

    /**
     * Ratio with national factors.
     *
     * @param nationalFactors factors that replace the Basel ones
     */
    public static StableFunding of(Map<FundingItem, BigDecimal> amounts, Map<FundingItem, BigDecimal> nationalFactors) {
        List<WeightedLine> lines = new ArrayList<>();
        BigDecimal available = BigDecimal.ZERO;
        BigDecimal required = BigDecimal.ZERO;
        for (FundingItem item : FundingItem.values()) {
            BigDecimal amount = amounts.get(item);
            if (amount == null) {
                continue;
            }
            if (amount.signum() < 0) {
                throw new RefusedInputException("NSFR item " + item + " is " + amount + "; zero or more is needed");
            }
            BigDecimal factor = nationalFactors.getOrDefault(item, item.factor());
            BigDecimal weighted = CurrencyRounding.toCents(amount.multiply(factor));
            lines.add(new WeightedLine(item.name(), amount, factor, weighted));
            switch (item.section()) {
                case AVAILABLE -> available = available.add(weighted);
                case REQUIRED -> required = required.add(weighted);
            }
        }
        if (required.signum() <= 0) {
            throw new RefusedInputException("required stable funding is " + required + "; there is no ratio");
        }
        return new StableFunding(
                List.copyOf(lines), available, required, available.divide(required, 6, RoundingMode.HALF_EVEN));
    }
}
