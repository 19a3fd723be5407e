package io.daybreak.risk.credit;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * Points: {@code score = offset + factor ln(odds)} with {@code factor = pdo / ln 2} and odds good to bad.
 *
 * @param anchorPoints score at the anchor odds
 * @param anchorOdds good to bad
 * @param pointsToDoubleOdds points that double the odds (PDO)
 */
public record ScoreScale(double anchorPoints, double anchorOdds, double pointsToDoubleOdds) implements Serializable {
    public ScoreScale {
        Refuse.nonFinite("anchorPoints", anchorPoints);
        Refuse.nonPositive("anchorOdds", anchorOdds);
        Refuse.nonPositive("pointsToDoubleOdds", pointsToDoubleOdds);
    }

    /** 600 points at odds of 19 to 1, 50 points to double. */
    public static ScoreScale standard() {
        return new ScoreScale(600.0, 19.0, 50.0);
    }

    public double factor() {
        return pointsToDoubleOdds / StrictMath.log(2.0);
    }

    public double offset() {
        return anchorPoints - factor() * StrictMath.log(anchorOdds);
    }

    /** Score at odds good to bad. */
    public double score(double odds) {
        return offset() + factor() * StrictMath.log(Refuse.nonPositive("odds", odds));
    }

    /** Default probability a score stands for. */
    public double probabilityOfDefault(double score) {
        return 1.0 / (1.0 + StrictMath.exp((score - offset()) / factor()));
    }
}
