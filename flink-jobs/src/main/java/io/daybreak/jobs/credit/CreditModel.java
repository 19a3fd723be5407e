package io.daybreak.jobs.credit;

import io.daybreak.risk.CurrencyRounding;
import io.daybreak.risk.credit.CreditParameters;
import io.daybreak.risk.credit.ExpectedCreditLoss;
import io.daybreak.risk.credit.Scorecard;
import io.daybreak.risk.credit.Stage;
import io.daybreak.risk.credit.StagingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores one facility and reckons its expected loss.
 *
 * <p>The model's own figures, all a policy a bank would set: three economies (base, better, worse) with weights 0.6,
 * 0.15, 0.25 and factors 0, 1, -1.5 at a correlation of 0.15, from which point-in-time default probabilities follow;
 * 45 % lost on what is not secured, 10 % at least where something is (CRE32.16 has such floors); what is drawn of a
 * commitment by the time of default as CRE20 converts it. Term loans and mortgages are repaid in equal parts.
 */
final class CreditModel {

    private static final int REASONS = 4;
    private static final double UNSECURED_LOSS = 0.45;
    private static final double LEAST_LOSS = 0.10;
    private static final double CORRELATION = 0.15;
    private static final double[] WEIGHTS = {0.6, 0.15, 0.25};
    private static final double[] ECONOMIES = {0, 1, -1.5};
    private static final int LONGEST_YEARS = 30;
    private static final double DAYS_PER_YEAR = 365.25;

    private final LocalDate businessDate;
    private final Scorecard retail = ReferenceScorecard.retail();
    private final Scorecard wholesale = ReferenceScorecard.wholesale();
    private final StagingRule staging = StagingRule.standard();

    CreditModel(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    /** What is said of a facility; money in the base currency. */
    record Assessment(
            int score,
            double pd,
            double lgd,
            BigDecimal ead,
            int stage,
            BigDecimal expectedLoss,
            List<String> reasons) {}

    /** @throws IllegalArgumentException if the facility's class or product is not known */
    Assessment assess(Facility facility) {
        Scorecard.Score score = score(facility);
        boolean defaulted = facility.exposureClass().equals("DEFAULTED");
        Stage stage = staging.stage(
                facility.originationPd(), score.probabilityOfDefault(), facility.daysPastDue(), defaulted);
        double drawn = facility.drawn().doubleValue();
        double limit = facility.drawn().add(facility.undrawn()).doubleValue();
        double exposure = CreditParameters.exposureAtDefault(drawn, limit, conversion(facility.product()));
        double lgd = exposure == 0 ? UNSECURED_LOSS : lossGivenDefault(facility, exposure);
        double pd = stage == Stage.THREE ? 1 : score.probabilityOfDefault();
        double loss = ExpectedCreditLoss.of(stage, economies(facility, pd, lgd, exposure), facility.interestRate());
        return new Assessment(
                (int) Math.round(score.points()),
                pd,
                lgd,
                CurrencyRounding.toCents(exposure),
                stage.ordinal() + 1,
                CurrencyRounding.toCents(loss),
                score.reasons().stream()
                        .map(reason ->
                                reason.characteristic() + " " + reason.bin() + ": -" + Math.round(reason.pointsLost()))
                        .toList());
    }

    private Scorecard.Score score(Facility facility) {
        boolean retailBorrower = switch (facility.exposureClass()) {
            case "RETAIL", "RESIDENTIAL_REAL_ESTATE" -> true;
            case "DEFAULTED" ->
                facility.product().equals("MORTGAGE") || facility.product().equals("OVERDRAFT");
            case "SOVEREIGN",
                    "PSE",
                    "MDB",
                    "BANK",
                    "CORPORATE",
                    "CORPORATE_SME",
                    "COMMERCIAL_REAL_ESTATE",
                    "EQUITY",
                    "OTHER" -> false;
            default ->
                throw new IllegalArgumentException(
                        "exposure_class is '" + facility.exposureClass() + "', which the contract does not name");
        };
        double pd = facility.originationPd();
        if (retailBorrower) {
            double[] numbers = {pd, facility.daysPastDue(), facility.priorDefaults(), 0, facility.yearsEmployed()};
            return retail.score(numbers, new String[] {"", "", "", facility.checkingStatus(), ""}, REASONS);
        }
        double[] numbers = {pd, facility.daysPastDue(), facility.priorDefaults()};
        return wholesale.score(numbers, new String[] {"", "", ""}, REASONS);
    }

    /** Share of the undrawn part drawn by the time of default. */
    private static double conversion(String product) {
        return switch (product) {
            case "TERM_LOAN", "MORTGAGE", "BOND", "REVOLVING" -> 0.40;
            case "OVERDRAFT" -> 0.10;
            case "GUARANTEE" -> 1.00;
            case "TRADE_FINANCE" -> 0.20;
            default ->
                throw new IllegalArgumentException("product is '" + product + "', which the contract does not name");
        };
    }

    private static double lossGivenDefault(Facility facility, double exposure) {
        double secured = facility.securedAmount().doubleValue();
        return CreditParameters.lossGivenDefault(exposure, secured, 0, UNSECURED_LOSS, secured > 0 ? LEAST_LOSS : 0);
    }

    private List<ExpectedCreditLoss.Scenario> economies(Facility facility, double pd, double lgd, double exposure) {
        double years =
                Math.max(1 / DAYS_PER_YEAR, ChronoUnit.DAYS.between(businessDate, facility.maturity()) / DAYS_PER_YEAR);
        double span = Math.min(LONGEST_YEARS, years);
        int count = (int) Math.ceil(span);
        boolean repaid =
                facility.product().equals("TERM_LOAN") || facility.product().equals("MORTGAGE");
        List<ExpectedCreditLoss.Scenario> economies = new ArrayList<>();
        for (int e = 0; e < WEIGHTS.length; e++) {
            double yearly = pd == 1 ? 1 : CreditParameters.pointInTimePd(pd, CORRELATION, ECONOMIES[e]);
            double[] pds = new double[count];
            double[] lgds = new double[count];
            double[] exposures = new double[count];
            for (int year = 0; year < count; year++) {
                double part = Math.min(1, span - year);
                pds[year] = 1 - StrictMath.pow(1 - yearly, part);
                lgds[year] = lgd;
                exposures[year] = repaid ? exposure * (span - year) / span : exposure;
            }
            economies.add(new ExpectedCreditLoss.Scenario(WEIGHTS[e], pds, lgds, exposures));
        }
        return economies;
    }
}
