package io.daybreak.risk.creditrisk;

import io.daybreak.risk.RefusedInputException;

/** External ratings in the bands the risk weight tables use. */
public enum RatingBand {
    AAA_TO_AA_MINUS,
    A_PLUS_TO_A_MINUS,
    BBB_PLUS_TO_BBB_MINUS,
    BB_PLUS_TO_BB_MINUS,
    B_PLUS_TO_B_MINUS,
    BELOW_B_MINUS,
    UNRATED;

    /** Band of a rating in the notation AAA, AA+ ... B-, CCC+ ... D; the empty string or NR is unrated. */
    public static RatingBand of(String rating) {
        String letters = rating.replace("+", "").replace("-", "");
        return switch (letters) {
            case "AAA", "AA" -> AAA_TO_AA_MINUS;
            case "A" -> A_PLUS_TO_A_MINUS;
            case "BBB" -> BBB_PLUS_TO_BBB_MINUS;
            case "BB" -> BB_PLUS_TO_BB_MINUS;
            case "B" -> B_PLUS_TO_B_MINUS;
            case "CCC", "CC", "C", "D", "SD" -> BELOW_B_MINUS;
            case "", "NR" -> UNRATED;
            default ->
                throw new RefusedInputException(
                        "rating is " + rating + "; AAA to D with + or -, NR or nothing is understood");
        };
    }
}
