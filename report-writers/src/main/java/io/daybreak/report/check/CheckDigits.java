package io.daybreak.report.check;

/**
 * Check-digit algorithms of the identifiers reports carry. Each method answers whether the whole identifier, form included, is sound.
 *
 * <p>MOD 97-10 is ISO/IEC 7064; the LEI is ISO 17442, the ISIN ISO 6166, the IBAN ISO 13616, the ULI Regulation C, appendix C to part 1003; the
 * routing number's weights 3-7-1 are the American Bankers Association's.
 */
public final class CheckDigits {

    private static final int LEI_LENGTH = 20;
    private static final int ISIN_LENGTH = 12;
    private static final int ROUTING_LENGTH = 9;
    private static final int ULI_SHORTEST = 23;
    private static final int ULI_LONGEST = 45;

    /** A remainder below it takes another letter without overflow. */
    private static final long MUCH = Long.MAX_VALUE / 1000;

    private CheckDigits() {}

    /** Legal entity identifier: 18 capitals or digits, then two check digits. */
    public static boolean isLei(String text) {
        return text.length() == LEI_LENGTH
                && isCapitalsAndDigits(text, 0, LEI_LENGTH)
                && isDigits(text, LEI_LENGTH - 2, LEI_LENGTH)
                && mod97(0, text, 0, text.length()) == 1;
    }

    /** Universal loan identifier: an LEI's form, 1 to 23 more characters, then two check digits over all. */
    public static boolean isUli(String text) {
        int length = text.length();
        return length >= ULI_SHORTEST
                && length <= ULI_LONGEST
                && isCapitalsAndDigits(text, 0, length)
                && isDigits(text, length - 2, length)
                && mod97(0, text, 0, text.length()) == 1;
    }

    /** International bank account number: country, check digits, up to 30 characters. */
    public static boolean isIban(String text) {
        int length = text.length();
        if (length < 15 || length > 34 || !isCapitals(text, 0, 2) || !isDigits(text, 2, 4)) {
            return false;
        }
        return isCapitalsAndDigits(text, 4, length) && mod97(mod97(0, text, 4, length), text, 0, 4) == 1;
    }

    /** International securities identification number: Luhn over the letters written out as numbers. */
    public static boolean isIsin(String text) {
        if (text.length() != ISIN_LENGTH
                || !isCapitals(text, 0, 2)
                || !isCapitalsAndDigits(text, 2, ISIN_LENGTH - 1)
                || !isDigits(text, ISIN_LENGTH - 1, ISIN_LENGTH)) {
            return false;
        }
        int sum = 0;
        boolean twice = false;
        for (int i = ISIN_LENGTH - 1; i >= 0; i--) {
            char c = text.charAt(i);
            int number = c <= '9' ? c - '0' : c - 'A' + 10;
            sum += luhn(number % 10, twice);
            twice = !twice;
            if (number >= 10) {
                sum += luhn(number / 10, twice);
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    /** American routing transit number: nine digits, weights 3, 7, 1. */
    public static boolean isRoutingNumber(String text) {
        if (text.length() != ROUTING_LENGTH || !isDigits(text, 0, ROUTING_LENGTH)) {
            return false;
        }
        int sum = 0;
        int[] weights = {3, 7, 1};
        for (int i = 0; i < ROUTING_LENGTH; i++) {
            sum += weights[i % 3] * (text.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }

    private static int luhn(int digit, boolean twice) {
        int value = twice ? digit * 2 : digit;
        return value > 9 ? value - 9 : value;
    }

    /** Goes on with a remainder over a piece of capitals and digits. */
    private static long mod97(long remainder, String text, int from, int to) {
        long rest = remainder;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            rest = c <= '9' ? rest * 10 + (c - '0') : rest * 100 + (c - 'A' + 10);
            if (rest > MUCH) {
                rest %= 97;
            }
        }
        return rest % 97;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitals(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitalsAndDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
