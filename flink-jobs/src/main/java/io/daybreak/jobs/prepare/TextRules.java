package io.daybreak.jobs.prepare;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.table.data.StringData;

/** Well-formedness of identifiers and texts; pure functions over UTF-8 bytes. */
final class TextRules {

    private static final String SWIFT_X_PUNCTUATION = "/-?:().,'+ ";
    private static final boolean[] SWIFT_X = new boolean[128];
    private static final Set<String> CHANNEL_NAMES = Set.of("BRANCH", "ATM", "POS", "ONLINE", "MOBILE", "API", "BATCH");
    private static final Set<String> METHOD_NAMES =
            Set.of("CARD", "TRANSFER", "CASH", "DIRECT_DEBIT", "CHEQUE", "WIRE", "FEE");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}");
    private static final int REFERENCE_MAXIMUM = 35;

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

    static boolean blank(StringData text) {
        return text.toString().isBlank();
    }

    static boolean isChannel(StringData text) {
        return CHANNEL_NAMES.contains(text.toString());
    }

    static boolean isPaymentMethod(StringData text) {
        return METHOD_NAMES.contains(text.toString());
    }

    /** ISO 9362: four letters, two letters, two letters or digits, and three more for a branch. */
    static boolean isBic(StringData text) {
        byte[] bic = text.toBytes();
        if (bic.length != 8 && bic.length != 11) {
            return false;
        }
        for (int i = 0; i < bic.length; i++) {
            if (!(i < 6 ? upper(bic[i]) : upper(bic[i]) || digit(bic[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Two letters, two digits, then 11 to 30 letters or digits. */
    static boolean looksLikeIban(byte[] text) {
        if (text.length < 15
                || text.length > 34
                || !upper(text[0])
                || !upper(text[1])
                || !digit(text[2])
                || !digit(text[3])) {
            return false;
        }
        for (int i = 4; i < text.length; i++) {
            if (!upper(text[i]) && !digit(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** ISO 7064 MOD 97-10 over an IBAN with its first four characters moved to the end. */
    static boolean ibanChecks(byte[] iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length; i++) {
            byte b = iban[(i + 4) % iban.length];
            remainder = digit(b) ? (remainder * 10 + b - '0') % 97 : (remainder * 100 + b - 'A' + 10) % 97;
        }
        return remainder == 1;
    }

    /** At most 35 characters of the SWIFT X set. */
    static boolean isReference(StringData text) {
        byte[] reference = text.toBytes();
        if (reference.length == 0 || reference.length > REFERENCE_MAXIMUM) {
            return false;
        }
        for (byte b : reference) {
            if (b < 0 || !SWIFT_X[b]) {
                return false;
            }
        }
        return true;
    }

    /** C0 controls and DEL; a tab or a line break counts. */
    static boolean hasControlCharacters(StringData text) {
        for (byte b : text.toBytes()) {
            if (b >= 0 && b < ' ' || b == 0x7f) {
                return true;
            }
        }
        return false;
    }

    static boolean isIpAddress(StringData text) {
        String address = new String(text.toBytes(), StandardCharsets.UTF_8);
        return IPV4.matcher(address).matches() || IPV6.matcher(address).matches();
    }

    private static boolean upper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private TextRules() {}
}
