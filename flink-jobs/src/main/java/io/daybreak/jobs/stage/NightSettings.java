package io.daybreak.jobs.stage;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an operator may set, parsed once. Every key and default is listed in {@code docs/configuration.md}.
 *
 * @param institutionName legal name of the filing bank
 * @param institutionLei its ISO 17442 identifier
 * @param institutionCountry ISO 3166 alpha-2
 * @param institutionBic its ISO 9362 code, eleven characters
 * @param reportMaker who answers for the reports of the night; another person approves them
 * @param fincenTin the filing bank's US tax number, nine digits
 * @param fincenTransmitterCode transmitter control code FinCEN gave it
 * @param rssdId its identifier at the Federal Reserve
 * @param baseCurrency ISO 4217 currency of the books
 * @param latePostingDays bookings up to this many days before the business date are accepted
 * @param valueDateToleranceDays value dates may differ from the booking date by this many days
 * @param rejectedShareHold the night holds when a larger share of the day is rejected; 1 never holds
 * @param monteCarloScenarios number of Monte Carlo scenarios
 * @param monteCarloSeed seed of the scenario cube
 * @param historicalDays length of the historical scenario set, trading days
 * @param backtestDays days compared in the back-test
 * @param varLimit firm-wide 99 % one-day historical VaR beyond which an alert is raised, base currency
 * @param alertEvidence identifiers kept per alert
 * @param columnarPrepare prepare the day by columns; false: row by row, with the same result
 * @param columnarFilters tables leave out rows by columns; false: queries do, row by row, with the same result
 */
public record NightSettings(
        String institutionName,
        String institutionLei,
        String institutionCountry,
        String institutionBic,
        String reportMaker,
        String fincenTin,
        String fincenTransmitterCode,
        String rssdId,
        String baseCurrency,
        int latePostingDays,
        int valueDateToleranceDays,
        BigDecimal rejectedShareHold,
        int monteCarloScenarios,
        long monteCarloSeed,
        int historicalDays,
        int backtestDays,
        BigDecimal varLimit,
        int alertEvidence,
        boolean columnarPrepare,
        boolean columnarFilters) {

    /** What a night runs with when nothing is set. */
    public static final NightSettings DEFAULTS = new NightSettings(
            "Daybreak Sample Bank",
            "529900DAYBREAKBANK32",
            "NL",
            "DAYBNL20XXX",
            "demo operator",
            "000000000",
            "PDEMO000",
            "0000000",
            "EUR",
            5,
            30,
            BigDecimal.ONE,
            10_000,
            20_260_101L,
            500,
            250,
            new BigDecimal("25000000"),
            50,
            true,
            true);

    public NightSettings {
        if (!baseCurrency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("baseCurrency '" + baseCurrency + "' is not an ISO 4217 code");
        }
        matching("institutionBic", institutionBic, "[A-Z]{6}[A-Z0-9]{5}");
        matching("fincenTin", fincenTin, "\\d{9}");
        matching("fincenTransmitterCode", fincenTransmitterCode, "P[A-Z0-9]{7}");
        matching("rssdId", rssdId, "\\d{1,10}");
        matching("reportMaker", reportMaker, ".*\\S.*");
        positive("latePostingDays", latePostingDays);
        positive("valueDateToleranceDays", valueDateToleranceDays);
        positive("monteCarloScenarios", monteCarloScenarios);
        positive("historicalDays", historicalDays);
        positive("backtestDays", backtestDays);
        positive("alertEvidence", alertEvidence);
        if (rejectedShareHold.signum() <= 0 || rejectedShareHold.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("rejectedShareHold " + rejectedShareHold + " is not in (0, 1]");
        }
    }

    /** These settings, but nothing done by columns that can be done row by row. */
    public NightSettings rowByRow() {
        return new NightSettings(
                institutionName,
                institutionLei,
                institutionCountry,
                institutionBic,
                reportMaker,
                fincenTin,
                fincenTransmitterCode,
                rssdId,
                baseCurrency,
                latePostingDays,
                valueDateToleranceDays,
                rejectedShareHold,
                monteCarloScenarios,
                monteCarloSeed,
                historicalDays,
                backtestDays,
                varLimit,
                alertEvidence,
                false,
                false);
    }

    private static void matching(String key, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(key + " '" + value + "' does not match " + pattern);
        }
    }

    private static void positive(String key, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(key + " " + value + " is not positive");
        }
    }

    /** Names of all keys, in order. */
    public static List<String> keys() {
        return java.util.Arrays.stream(NightSettings.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }
}
