package io.daybreak.jobs.columnar;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Writes lists of texts of a small vocabulary, which is the chunk's dictionary. A list itself is never missing. */
final class TextListChunk extends ChunkWriter {

    private static final int MAX_REPETITION_LEVEL = 1;

    private final int emptyLevel;
    private final int presentLevel;
    private final long[] page = new long[PAGE_ROWS];
    private int size;
    private int entries;
    private @Nullable TextDictionary vocabulary;

    private int[] repetition = new int[PAGE_ROWS + Byte.SIZE];
    private int[] definition = new int[PAGE_ROWS + Byte.SIZE];
    private int[] ids = new int[PAGE_ROWS + Byte.SIZE];

    /** @throws IllegalArgumentException if the list itself may be missing */
    TextListChunk(ColumnDescriptor column, boolean optionalElement, PageCodecs.Compressor compressor) {
        super(column, compressor);
        this.presentLevel = column.getMaxDefinitionLevel();
        this.emptyLevel = presentLevel - (optionalElement ? 2 : 1);
        if (emptyLevel != 0 || column.getMaxRepetitionLevel() != MAX_REPETITION_LEVEL) {
            throw new IllegalArgumentException("column " + column + " is not a list that is always there");
        }
    }

    @Override
    void start(Vector vector) {
        vocabulary = ((TextListVector) vector).vocabulary();
    }

    @Override
    int values(Vector vector, int[] rows, int from, int count) {
        TextListVector lists = (TextListVector) vector;
        for (int i = 0; i < count; i++) {
            long set = lists.get(rows[from + i]);
            page[size + i] = set;
            entries += Long.bitCount(set);
        }
        size += count;
        return count;
    }

    @Override
    int pageBytes() {
        return size;
    }

    @Override
    void writePage(Statistics<?> statistics) throws IOException {
        int levels = lay();
        int values = levels - empty();
        byte[] into = assembly(2 * HybridRuns.bound(2, levels) + 2 * Integer.BYTES + encodedBound());
        int at = levels(repetition, levels, 1, into, 0);
        at = levels(definition, levels, TextChunk.width(presentLevel + 1), into, at);
        Encoding encoding = Encoding.PLAIN;
        if (values > 0) {
            encoding = Encoding.RLE_DICTIONARY;
            at = encode(into, at);
        }
        addPage(into, at, levels, size, statistics, encoding);
        size = 0;
        entries = 0;
    }

    private int empty() {
        int empty = 0;
        for (int i = 0; i < size; i++) {
            empty += page[i] == 0 ? 1 : 0;
        }
        return empty;
    }

    /** Lays the page's lists out as levels and dictionary numbers; returns the number of levels. */
    private int lay() {
        int room = size + entries + Byte.SIZE;
        if (repetition.length < room) {
            repetition = new int[room];
            definition = new int[room];
            ids = new int[room];
        }
        int level = 0;
        int value = 0;
        for (int i = 0; i < size; i++) {
            long set = page[i];
            repetition[level] = 0;
            definition[level++] = set == 0 ? emptyLevel : presentLevel;
            for (long rest = set; rest != 0; rest &= rest - 1) {
                ids[value++] = Long.numberOfTrailingZeros(rest);
                if (rest != set) {
                    repetition[level] = 1;
                    definition[level++] = presentLevel;
                }
            }
        }
        Arrays.fill(repetition, level, level + Byte.SIZE, 0);
        Arrays.fill(definition, level, level + Byte.SIZE, 0);
        Arrays.fill(ids, value, value + Byte.SIZE, 0);
        return level;
    }

    @Override
    int encodedBound() {
        return 1 + HybridRuns.bound(Byte.SIZE, entries);
    }

    @Override
    int encode(byte[] into, int from) {
        int width = TextChunk.width(dictionarySize());
        into[from] = (byte) width;
        return HybridRuns.write(ids, entries, width, into, from + 1);
    }

    @Override
    Encoding encoding() {
        return Encoding.RLE_DICTIONARY;
    }

    @Override
    void statistics(Statistics<?> into) {
        long seen = 0;
        for (int i = 0; i < size; i++) {
            seen |= page[i];
        }
        TextDictionary texts = java.util.Objects.requireNonNull(vocabulary, "start() comes first");
        for (long rest = seen; rest != 0; rest &= rest - 1) {
            into.updateStats(Binary.fromString(texts.text(Long.numberOfTrailingZeros(rest))));
        }
    }

    @Override
    int dictionarySize() {
        return vocabulary == null ? 0 : vocabulary.size();
    }

    @Override
    byte[] dictionaryPage() {
        return TextChunk.plainPage(java.util.Objects.requireNonNull(vocabulary, "start() comes first"));
    }
}
