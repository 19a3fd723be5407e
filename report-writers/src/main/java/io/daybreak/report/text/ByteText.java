package io.daybreak.report.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One value's text in UTF-8, with what an encoder has to know to spell it. Reused from value to value; not thread-safe unless it is never
 * changed.
 */
public final class ByteText {

    /** Holds {@code &}, {@code <} or {@code >}. */
    public static final int MARKUP = 1;

    /** Holds {@code "}. */
    public static final int QUOTE = 2;

    /** Holds a character some format separates or escapes with: any ASCII character but letters, digits and {@code space - . : / _ }. */
    public static final int SEPARATOR = 4;

    /** Holds a character beyond ASCII. */
    public static final int WIDE = 8;

    /** Holds a question mark, as which Java encodes what it cannot. */
    private static final int QUESTION = 16;

    private static final int TABLE_SHIFT = 8;

    /** A character of the table that is not allowed. */
    static final byte REFUSED = (byte) 0x80;

    private static final int DIGITS_OF_LONG = 20;
    private static final long[] POWERS = new long[19];

    static {
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private static final byte[] PAIRS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    private byte[] own = new byte[24];
    private byte[] bytes = own;
    private int length;
    private int marks;

    /** An empty text. */
    public ByteText() {}

    /** A text that is not changed again. */
    public static ByteText of(String text) {
        ByteText made = new ByteText();
        made.set(text);
        return made;
    }

    /** The bytes; valid up to {@link #length}. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes. */
    public int length() {
        return length;
    }

    /** Which of {@link #MARKUP}, {@link #QUOTE}, {@link #SEPARATOR} and {@link #WIDE} it may hold; never too few. */
    public int marks() {
        return marks;
    }

    /** The text as a string. */
    public String string() {
        return (marks & WIDE) == 0
                ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                : new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Makes it empty. */
    void clear() {
        bytes = own;
        length = 0;
        marks = 0;
    }

    /** Makes it this text. */
    public void set(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int found = 0;
        for (byte b : encoded) {
            found |= b < 0 ? WIDE : mark(b);
        }
        bytes = encoded;
        length = encoded.length;
        marks = found;
    }

    static int mark(int c) {
        if (c == '&' || c == '<' || c == '>') {
            return MARKUP | SEPARATOR;
        }
        if (c == '"') {
            return QUOTE | SEPARATOR;
        }
        if (c == '?') {
            return QUESTION | SEPARATOR;
        }
        boolean plain = (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == ' '
                || c == '-'
                || c == '.'
                || c == ':'
                || c == '/'
                || c == '_';
        return plain ? 0 : SEPARATOR;
    }

    private void reserve(int capacity) {
        if (own.length < capacity) {
            own = Arrays.copyOf(own, Math.max(capacity, 2 * own.length));
            bytes = own;
        }
    }

    /** Becomes a text of ASCII characters the table allows; answers false, and holds nothing of use, if there is another character. */
    boolean setPlain(String text, byte[] table) {
        byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
        int found = 0;
        for (byte b : encoded) {
            found |= b | table[b & 0x7F] << TABLE_SHIFT;
        }
        // A character beyond Latin-1 has become a question mark.
        if (found < 0 || ((found >> TABLE_SHIFT & QUESTION) != 0 && !isAscii(text))) {
            return false;
        }
        bytes = encoded;
        length = encoded.length;
        marks = found >> TABLE_SHIFT;
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Appends an ASCII character that no format separates with. */
    void append(char c) {
        reserve(length + 1);
        own[length++] = (byte) c;
    }

    /** Appends a number in exactly that many digits, leading zeros included. */
    void digits(int number, int count) {
        reserve(length + count);
        digits((long) number, count);
    }

    /** Appends a whole number; not {@link Long#MIN_VALUE}. */
    void number(long number) {
        decimal(number, 0, '.');
    }

    /** Appends {@code unscaled / 10^scale} with a point where the scale is not zero; not {@link Long#MIN_VALUE}, scale at most 18. */
    void decimal(long unscaled, int scale, char point) {
        reserve(length + DIGITS_OF_LONG + 2);
        long rest = Math.abs(unscaled);
        if (unscaled < 0) {
            own[length++] = '-';
        }
        int digits = Math.max(digitsOf(rest), scale + 1);
        if (scale == 0) {
            digits(rest, digits);
            return;
        }
        long power = POWERS[scale];
        digits(rest / power, digits - scale);
        own[length++] = (byte) point;
        marks |= point == '.' ? 0 : SEPARATOR;
        digits(rest % power, scale);
    }

    private void digits(long number, int count) {
        long rest = number;
        int at = length + count;
        length = at;
        int left = count;
        for (; left > 8; left--) {
            own[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int small = (int) rest;
        for (; left > 1; left -= 2) {
            int pair = small % 100 * 2;
            small /= 100;
            own[--at] = PAIRS[pair + 1];
            own[--at] = PAIRS[pair];
        }
        if (left == 1) {
            own[--at] = (byte) ('0' + small % 10);
        }
    }

    /** How many decimal digits a number that is not negative has. */
    static int digitsOf(long number) {
        int digits = 1;
        while (digits < POWERS.length && number >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    /** Ten to a power from 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }
}
