package io.daybreak.jobs.sample;

/**
 * Identifiers with right check digits that belong to nobody: bank codes begin with a digit or letter no register hands
 * out (German bank codes never begin with 9).
 */
final class Identifiers {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Letter + number with leading zeros, e.g. {@code C00001234}. */
    static String numbered(char prefix, long number, int width) {
        char[] text = new char[width + 1];
        text[0] = prefix;
        long rest = number;
        for (int i = width; i > 0; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text);
    }

    /**
     * ISO 13616 account number of a country whose IBANs this sample knows; elsewhere plain digits, as in countries
     * without IBANs. The check digits are 98 - (rest mod 97) of ISO 7064.
     */
    static String accountNumber(String country, long key) {
        int letters = leadingLetters(country);
        int digits = digits(country);
        if (digits == 0) {
            char[] plain = new char[16];
            fillDigits(plain, 0, 16, key);
            return new String(plain);
        }
        char[] iban = new char[4 + letters + digits];
        iban[0] = country.charAt(0);
        iban[1] = country.charAt(1);
        for (int i = 0; i < letters; i++) {
            iban[4 + i] = i == 0 ? 'Z' : LETTERS.charAt(Draw.below(key, 40 + i, 26));
        }
        fillDigits(iban, 4 + letters, digits, key);
        iban[4 + letters] = '9';
        iban[2] = '0';
        iban[3] = '0';
        int check = 98 - mod97(iban);
        iban[2] = (char) ('0' + check / 10);
        iban[3] = (char) ('0' + check % 10);
        return new String(iban);
    }

    /** Remainder of an IBAN by 97, its first four characters moved to the end; 1 when it is right. */
    static int mod97(char[] iban) {
        int remainder = 0;
        for (int i = 4; i < iban.length; i++) {
            remainder = append(remainder, iban[i]);
        }
        for (int i = 0; i < 4; i++) {
            remainder = append(remainder, iban[i]);
        }
        return remainder;
    }

    /** ISO 9362 code of a bank that does not exist. */
    static String bic(String country, long key) {
        boolean branch = Draw.below(key, 50, 3) == 0;
        char[] bic = new char[branch ? 11 : 8];
        bic[0] = 'Z';
        for (int i = 1; i < 4; i++) {
            bic[i] = LETTERS.charAt(Draw.below(key, 50 + i, 26));
        }
        bic[4] = country.charAt(0);
        bic[5] = country.charAt(1);
        for (int i = 6; i < bic.length; i++) {
            bic[i] = ALPHANUMERIC.charAt(Draw.below(key, 50 + i, 36));
        }
        return new String(bic);
    }

    /** ISO 17442: 18 characters and two ISO 7064 MOD 97-10 check digits. */
    static String lei(long key) {
        char[] lei = new char[20];
        lei[0] = '9';
        lei[1] = '9';
        lei[2] = '9';
        lei[3] = '9';
        lei[4] = '0';
        lei[5] = '0';
        for (int i = 6; i < 18; i++) {
            lei[i] = ALPHANUMERIC.charAt(Draw.below(key, 70 + i, 36));
        }
        int remainder = 0;
        for (int i = 0; i < 18; i++) {
            remainder = append(remainder, lei[i]);
        }
        int check = 98 - remainder * 100 % 97;
        lei[18] = (char) ('0' + check / 10);
        lei[19] = (char) ('0' + check % 10);
        return new String(lei);
    }

    /** ISO 6166: country, nine characters, one Luhn digit over the characters spelt as numbers. */
    static String isin(String country, long number) {
        char[] isin = new char[12];
        isin[0] = country.charAt(0);
        isin[1] = country.charAt(1);
        isin[2] = 'Z';
        isin[3] = 'Z';
        long rest = number;
        for (int i = 10; i >= 4; i--) {
            isin[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        isin[11] = (char) ('0' + luhn(isin, 11));
        return new String(isin);
    }

    private static int luhn(char[] text, int length) {
        int sum = 0;
        boolean twice = true;
        for (int i = length - 1; i >= 0; i--) {
            int value = value(text[i]);
            sum += twice ? doubled(value % 10) : value % 10;
            twice = !twice;
            if (value >= 10) {
                sum += twice ? doubled(value / 10) : value / 10;
                twice = !twice;
            }
        }
        return (10 - sum % 10) % 10;
    }

    private static int doubled(int digit) {
        return digit < 5 ? 2 * digit : 2 * digit - 9;
    }

    private static int append(int remainder, char c) {
        int value = value(c);
        return (value < 10 ? remainder * 10 + value : remainder * 100 + value) % 97;
    }

    private static int value(char c) {
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }

    private static void fillDigits(char[] text, int start, int count, long key) {
        long low = Draw.bits(key, 60) >>> 1;
        long high = Draw.bits(key, 61) >>> 1;
        for (int i = 0; i < count; i++) {
            if (i < 16) {
                text[start + i] = (char) ('0' + low % 10);
                low /= 10;
            } else {
                text[start + i] = (char) ('0' + high % 10);
                high /= 10;
            }
        }
    }

    /** Letters at the head of a country's BBAN, by the IBAN registry. */
    private static int leadingLetters(String country) {
        return switch (country) {
            case "NL", "GB", "IE" -> 4;
            case "IT" -> 1;
            default -> 0;
        };
    }

    /** Digits of a country's BBAN after them, by the IBAN registry; 0 where this sample knows no IBAN. */
    private static int digits(String country) {
        return switch (country) {
            case "DE" -> 18;
            case "FR" -> 23;
            case "NL" -> 10;
            case "GB", "IE" -> 14;
            case "ES", "SE", "CZ" -> 20;
            case "IT" -> 22;
            case "AT" -> 16;
            case "BE" -> 12;
            case "PL" -> 24;
            case "CH" -> 17;
            default -> 0;
        };
    }

    private Identifiers() {}
}
