package io.daybreak.risk.capital;

import io.daybreak.risk.CurrencyRounding;
import io.daybreak.risk.RefusedInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Floor on risk-weighted assets from internal models: a share of what the standardised approaches give (RBC20.11).
 *
 * @param version whose phase-in it is
 * @param phaseIn share in force from each first of January
 */
public record OutputFloor(String version, Map<LocalDate, BigDecimal> phaseIn) {
    public OutputFloor {
        phaseIn = Map.copyOf(phaseIn);
    }

    /** Basel: 50 % in 2023, five points a year, 72.5 % from 2028 (RBC90.2). */
    public static OutputFloor basel() {
        return phased("BCBS RBC90", 2023, "0.50", "0.55", "0.60", "0.65", "0.70", "0.725");
    }

    /** United Kingdom: 60 % in 2027 to 72.5 % from 2030 (PRA PS1/26). */
    public static OutputFloor unitedKingdom() {
        return phased("PRA PS1/26", 2027, "0.60", "0.65", "0.70", "0.725");
    }

    private static OutputFloor phased(String version, int firstYear, String... shares) {
        Map<LocalDate, BigDecimal> phaseIn = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            phaseIn.put(LocalDate.of(firstYear + i, 1, 1), new BigDecimal(shares[i]));
        }
        return new OutputFloor(version, phaseIn);
    }

    /** Share in force on a date; refused before the phase-in begins. */
    public BigDecimal shareOn(LocalDate date) {
        Map.Entry<LocalDate, BigDecimal> entry = new TreeMap<>(phaseIn).floorEntry(date);
        if (entry == null) {
            throw new RefusedInputException("no output floor of " + version + " is in force on " + date);
        }
        return entry.getValue();
    }

    /** The greater of modelled assets and the floor. */
    public BigDecimal apply(BigDecimal modelled, BigDecimal standardised, LocalDate date) {
        return modelled.max(CurrencyRounding.toCents(standardised.multiply(shareOn(date))));
    }
}
