package io.daybreak.report.check;

/** The characters a format's text may hold. */
public enum CharacterSet {
    /** What XML 1.0 allows, without the C1 controls. */
    XML,
    /** Space to tilde. */
    ASCII,
    /** ISO 8859-1 without controls. */
    LATIN1,
    /** The SWIFT X set: letters, digits, {@code / - ? : ( ) . , ' +} and space. */
    SWIFT_X;

    private static final String SWIFT_PUNCTUATION = "/-?:().,'+ ";

    /** Index of the first character outside this set, or -1. */
    public int firstOutside(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                if (this == SWIFT_X && !isSwiftX(c)) {
                    return i;
                }
            } else if (Character.isHighSurrogate(c)) {
                if (this != XML || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            } else if (!allowsBeyondAscii(c)) {
                return i;
            }
        }
        return -1;
    }

    private boolean allowsBeyondAscii(char c) {
        return switch (this) {
            case XML -> c >= 0xA0 && !Character.isLowSurrogate(c) && c < 0xFFFE;
            case LATIN1 -> c >= 0xA0 && c <= 0xFF;
            case ASCII, SWIFT_X -> false;
        };
    }

    private static boolean isSwiftX(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || SWIFT_PUNCTUATION.indexOf(c) >= 0;
    }
}
