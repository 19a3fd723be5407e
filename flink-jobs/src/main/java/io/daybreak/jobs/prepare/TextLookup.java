package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.columnar.TextVector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a function of a text says of each row of a column, asked once per entry where the column has a dictionary. */
final class TextLookup {

    /** What a row is told whose text the function refuses; every other answer is at least 0. */
    static final int BAD = -1;

    private static final int UNASKED = Integer.MIN_VALUE;

    /** A function of a text in UTF-8. */
    @FunctionalInterface
    interface Of {
        /** At least 0, or {@link #BAD}. */
        int text(byte[] bytes, int start, int length);
    }

    private final Of function;
    private final int absent;
    private int[] answers = new int[0];
    private @Nullable TextDictionary asked;
    private int[] byEntry = new int[0];

    /** @param absent the answer for a row without a text */
    TextLookup(Of function, int absent) {
        this.function = function;
        this.absent = absent;
    }

    /** {@link #BAD} for a text that breaks a rule, else 0. */
    static TextLookup rule(TransactionValidator.TextRule rule, int absent) {
        return new TextLookup((bytes, start, length) -> rule.holds(bytes, start, length) ? 0 : BAD, absent);
    }

    /** The answer for each row. Valid until the next call. */
    int[] rows(TextVector texts, int rows) {
        if (answers.length < rows) {
            answers = new int[rows];
        }
        TextDictionary dictionary = texts.dictionary();
        if (dictionary == null) {
            byRange(texts, rows);
        } else {
            byEntry(texts, dictionary, rows);
        }
        if (texts.anyAbsent()) {
            for (int row = 0; row < rows; row++) {
                if (texts.isAbsent(row)) {
                    answers[row] = absent;
                }
            }
        }
        return answers;
    }

    private void byRange(TextVector texts, int rows) {
        byte[] data = texts.data();
        for (int row = 0; row < rows; row++) {
            if (!texts.isAbsent(row)) {
                answers[row] = function.text(data, texts.start(row), texts.length(row));
            }
        }
    }

    private void byEntry(TextVector texts, TextDictionary dictionary, int rows) {
        if (dictionary != asked) {
            asked = dictionary;
            if (byEntry.length < dictionary.size()) {
                byEntry = new int[dictionary.size()];
            }
            Arrays.fill(byEntry, 0, dictionary.size(), UNASKED);
        }
        for (int row = 0; row < rows; row++) {
            if (!texts.isAbsent(row)) {
                int id = texts.id(row);
                int answer = byEntry[id];
                if (answer == UNASKED) {
                    answer = function.text(dictionary.data(), dictionary.start(id), dictionary.length(id));
                    byEntry[id] = answer;
                }
                answers[row] = answer;
            }
        }
    }
}
