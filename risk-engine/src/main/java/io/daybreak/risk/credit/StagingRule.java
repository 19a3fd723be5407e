package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * When credit risk has increased significantly. The thresholds are the bank's policy; the 30-day and 90-day backstops
 * are the rebuttable presumptions of IFRS 9 5.5.11 and B5.5.37.
 *
 * @param relativeIncrease stage two when today's PD is at least so many times the PD at recognition
 * @param absoluteIncrease and the increase is at least this
 * @param lowCreditRiskPd below this PD today an exposure stays in stage one unless past due (5.5.10)
 */
public record StagingRule(
        double relativeIncrease,
        double absoluteIncrease,
        double lowCreditRiskPd,
        int stageTwoDaysPastDue,
        int stageThreeDaysPastDue)
        implements Serializable {
    public StagingRule {
        Refuse.outside("relativeIncrease", relativeIncrease, 1.0, 100.0);
        Refuse.outside("absoluteIncrease", absoluteIncrease, 0.0, 1.0);
        Refuse.outside("lowCreditRiskPd", lowCreditRiskPd, 0.0, 1.0);
        Refuse.fewerThan("stageTwoDaysPastDue", stageTwoDaysPastDue, 1);
        Refuse.fewerThan("stageThreeDaysPastDue", stageThreeDaysPastDue, stageTwoDaysPastDue + 1);
    }

    /** Twice the PD and half a percentage point more; low risk below 0.3 %; 30 and 90 days. */
    public static StagingRule standard() {
        return new StagingRule(2.0, 0.005, 0.003, 30, 90);
    }

    /**
     * Stage of one exposure.
     *
     * @param daysPastDue days since the oldest unpaid amount fell due; over 30 means stage two, over 90 stage three
     */
    public Stage stage(double pdAtRecognition, double pdToday, int daysPastDue, boolean defaulted) {
        Refuse.outside("pdAtRecognition", pdAtRecognition, 0.0, 1.0);
        Refuse.outside("pdToday", pdToday, 0.0, 1.0);
        Refuse.fewerThan("daysPastDue", daysPastDue, 0);
        if (defaulted || daysPastDue > stageThreeDaysPastDue) {
            return Stage.THREE;
        }
        boolean grown = pdToday >= relativeIncrease * pdAtRecognition && pdToday - pdAtRecognition >= absoluteIncrease;
        boolean pastDue = daysPastDue > stageTwoDaysPastDue;
        return pastDue || (grown && pdToday >= lowCreditRiskPd) ? Stage.TWO : Stage.ONE;
    }
}
