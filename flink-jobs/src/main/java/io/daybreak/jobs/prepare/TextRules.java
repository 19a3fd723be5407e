package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.TextDictionary;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Well-formedness of identifiers and texts; pure functions over UTF-8 bytes. */
final class TextRules {

    private static final String SWIFT_X_PUNCTUATION = "/-?:().,'+ ";
    private static final boolean[] SWIFT_X = new boolean[128];
    private static final TextDictionary CHANNELS = TextDictionary.of(
                    "BRANCH", "ATM", "POS", "ONLINE", "MOBILE", "API", "BATCH")
            .indexed();
    private static final TextDictionary METHODS = TextDictionary.of(
                    "CARD", "TRANSFER", "CASH", "DIRECT_DEBIT", "CHEQUE", "WIRE", "FEE")
            .indexed();
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}");
    private static final int REFERENCE_MAXIMUM = 35;
    private static final byte DELETE = 0x7f;
    /** A remainder up to this, times a hundred, still fits. */
    private static final long MODULUS_BEFORE = Long.MAX_VALUE / 1000;

    static {
        for (char c = '0'; c <= '9'; c++) {
            SWIFT_X[c] = true;
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            SWIFT_X[c] = true;
            SWIFT_X[Character.toLowerCase(c)] = true;
        }
        for (char c : SWIFT_X_PUNCTUATION.toCharArray()) {
            SWIFT_X[c] = true;
        }
    }

    /** Nothing but white space. */
    static boolean blank(byte[] text, int start, int length) {
        if (length > 0 && text[start] > ' ' && text[start] < DELETE) {
            return false;
        }
        return new String(text, start, length, StandardCharsets.UTF_8).isBlank();
    }

    static boolean isChannel(byte[] text, int start, int length) {
        return CHANNELS.find(text, start, length) != TextDictionary.ABSENT;
    }

    static boolean isPaymentMethod(byte[] text, int start, int length) {
        return METHODS.find(text, start, length) != TextDictionary.ABSENT;
    }

    /** ISO 9362: four letters, two letters, two letters or digits, and three more for a branch. */
    static boolean isBic(byte[] text, int start, int length) {
        if (length != 8 && length != 11) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            byte b = text[start + i];
            if (!(i < 6 ? upper(b) : upper(b) || digit(b))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text that looks like an IBAN has the check digits of one; any other account number passes. */
    static boolean isAccountNumber(byte[] text, int start, int length) {
        return !looksLikeIban(text, start, length) || ibanChecks(text, start, length);
    }

    /** Two letters, two digits, then 11 to 30 letters or digits. */
    private static boolean looksLikeIban(byte[] text, int start, int length) {
        if (length < 15
                || length > 34
                || !upper(text[start])
                || !upper(text[start + 1])
                || !digit(text[start + 2])
                || !digit(text[start + 3])) {
            return false;
        }
        for (int i = start + 4; i < start + length; i++) {
            if (!upper(text[i]) && !digit(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** ISO 7064 MOD 97-10 over an IBAN with its first four characters moved to the end. */
    private static boolean ibanChecks(byte[] iban, int start, int length) {
        long remainder = 0;
        for (int i = 4; i < length + 4; i++) {
            byte b = iban[start + (i < length ? i : i - length)];
            remainder = digit(b) ? remainder * 10 + b - '0' : remainder * 100 + b - 'A' + 10;
            if (remainder > MODULUS_BEFORE) {
                remainder %= 97;
            }
        }
        return remainder % 97 == 1;
    }

    /** At most 35 characters of the SWIFT X set. */
    static boolean isReference(byte[] text, int start, int length) {
        if (length == 0 || length > REFERENCE_MAXIMUM) {
            return false;
        }
        for (int i = start; i < start + length; i++) {
            if (text[i] < 0 || !SWIFT_X[text[i]]) {
                return false;
            }
        }
        return true;
    }

    /** No C0 control and no DEL; a tab or a line break is one. */
    static boolean isPrintable(byte[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (text[i] >= 0 && text[i] < ' ' || text[i] == DELETE) {
                return false;
            }
        }
        return true;
    }

    static boolean isIpAddress(byte[] text, int start, int length) {
        return isIpv4(text, start, length)
                || IPV6.matcher(new String(text, start, length, StandardCharsets.UTF_8))
                        .matches();
    }

    /** Four numbers of 0 to 255; one of three digits starts with 1 or 2. */
    private static boolean isIpv4(byte[] text, int start, int length) {
        int dots = 0;
        int digits = 0;
        int number = 0;
        for (int i = start; i < start + length; i++) {
            if (text[i] == '.') {
                if (digits == 0) {
                    return false;
                }
                dots++;
                digits = 0;
                number = 0;
            } else {
                if (!digit(text[i])) {
                    return false;
                }
                number = number * 10 + text[i] - '0';
                digits++;
                if (digits == 3 && number < 100 || number > 255) {
                    return false;
                }
            }
        }
        return dots == 3 && digits > 0;
    }

    private static boolean upper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private TextRules() {}
}
