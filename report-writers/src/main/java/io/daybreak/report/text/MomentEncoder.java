package io.daybreak.report.text;

import io.daybreak.report.spec.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates and time stamps whose format is made of numbers and fixed characters. */
final class MomentEncoder extends ValueEncoder {

    /** A format's piece: a field of that many digits, or a fixed character. */
    private record Piece(char field, int width, char literal) {}

    private static final char LITERAL = '\'';
    private static final String DATE_FIELDS = "yMd";
    private static final String TIME_FIELDS = "HmsS";

    private final boolean dateOnly;
    private final Piece[] pieces;
    private final boolean wholeSeconds;
    private final int maxLength;

    private MomentEncoder(boolean dateOnly, List<Piece> pieces, boolean wholeSeconds, int maxLength) {
        this.dateOnly = dateOnly;
        this.pieces = pieces.toArray(Piece[]::new);
        this.wholeSeconds = wholeSeconds;
        this.maxLength = maxLength;
    }

    static ValueEncoder moment(FieldType type) {
        boolean dateOnly = type.kind() == FieldType.Kind.DATE;
        boolean iso = type.facets().format().isEmpty();
        String format = type.facets().format().orElse(dateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss");
        List<Piece> pieces = pieces(format, dateOnly ? DATE_FIELDS : DATE_FIELDS + TIME_FIELDS);
        // Without a format a time stamp has as many decimals of a second as it needs.
        return pieces == null
                ? new Never()
                : new MomentEncoder(dateOnly, pieces, iso, type.facets().maxLength());
    }

    private static @Nullable List<Piece> pieces(String format, String fields) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < format.length(); ) {
            char c = format.charAt(i);
            if (c == LITERAL) {
                int end = format.indexOf(LITERAL, i + 1);
                if (end <= i + 1) {
                    return null;
                }
                for (int k = i + 1; k < end; k++) {
                    pieces.add(new Piece(LITERAL, 0, format.charAt(k)));
                }
                i = end + 1;
            } else if (Character.isLetter(c)) {
                int width = 1;
                while (i + width < format.length() && format.charAt(i + width) == c) {
                    width++;
                }
                if (fields.indexOf(c) < 0 || (c == 'S' ? width > 9 : width != 2 && !(c == 'y' && width == 4))) {
                    return null;
                }
                pieces.add(new Piece(c, width, ' '));
                i += width;
            } else if ("[]{}#".indexOf(c) >= 0) {
                return null;
            } else {
                pieces.add(new Piece(LITERAL, 0, c));
                i++;
            }
        }
        return pieces;
    }

    @Override
    public boolean encode(Object value, ByteText out) {
        LocalDate date;
        LocalTime time = LocalTime.MIDNIGHT;
        if (dateOnly) {
            if (!(value instanceof LocalDate given)) {
                return false;
            }
            date = given;
        } else {
            LocalDateTime moment = utc(value);
            if (moment == null || (wholeSeconds && moment.getNano() != 0)) {
                return false;
            }
            date = moment.toLocalDate();
            time = moment.toLocalTime();
        }
        if (date.getYear() < FieldType.FIRST_YEAR || date.getYear() > FieldType.LAST_YEAR) {
            return false;
        }
        out.clear();
        for (Piece piece : pieces) {
            append(piece, date, time, out);
        }
        return out.length() <= maxLength;
    }

    private static @Nullable LocalDateTime utc(Object value) {
        if (value instanceof LocalDateTime moment) {
            return moment;
        }
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : null;
    }

    private static void append(Piece piece, LocalDate date, LocalTime time, ByteText out) {
        switch (piece.field()) {
            case 'y' -> out.digits(piece.width() == 2 ? date.getYear() % 100 : date.getYear(), piece.width());
            case 'M' -> out.digits(date.getMonthValue(), 2);
            case 'd' -> out.digits(date.getDayOfMonth(), 2);
            case 'H' -> out.digits(time.getHour(), 2);
            case 'm' -> out.digits(time.getMinute(), 2);
            case 's' -> out.digits(time.getSecond(), 2);
            case 'S' -> out.digits((int) (time.getNano() / ByteText.power(9 - piece.width())), piece.width());
            default -> out.append(piece.literal());
        }
    }
}
