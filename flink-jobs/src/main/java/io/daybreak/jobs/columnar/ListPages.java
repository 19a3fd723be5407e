package io.daybreak.jobs.columnar;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReader;

/**
 * The pages of a column of lists, whose elements another reader decodes a page at a time. A batch never goes beyond a
 * page: no writer splits a list over two.
 */
final class ListPages {

    private final ColumnPages elements;
    private final ListVector vector;
    private final boolean optionalList;
    private final int elementLevel;

    private int[] firsts = new int[0];
    private int[] counts = new int[0];
    private boolean[] absent = new boolean[0];
    private int lists;
    private int next;

    /**
     * @param optionalList whether a list itself may be missing
     * @param optionalElement whether an element may be
     */
    ListPages(ColumnDescriptor column, ColumnPages elements, boolean optionalList, boolean optionalElement) {
        this.elements = elements;
        this.vector = new ListVector(elements.vector());
        this.optionalList = optionalList;
        this.elementLevel = column.getMaxDefinitionLevel() - (optionalElement ? 1 : 0);
    }

    ListVector vector() {
        return vector;
    }

    void start(PageReader rowGroup) {
        elements.start(rowGroup);
        lists = 0;
        next = 0;
    }

    /** Lists left in the page at hand; opens the next page if there are none. */
    int available() {
        while (next == lists) {
            open(elements.nextPage());
        }
        return lists - next;
    }

    /** Fills the vector with the next lists, of which so many are available. */
    void read(int rows) {
        vector.reset(rows);
        for (int row = 0; row < rows; row++) {
            if (absent[next + row]) {
                vector.markAbsent(row);
            } else {
                vector.range(row, firsts[next + row], counts[next + row]);
            }
        }
        next += rows;
    }

    private void open(int entries) {
        elements.read(entries);
        if (firsts.length < entries) {
            firsts = new int[entries];
            counts = new int[entries];
            absent = new boolean[entries];
        }
        lists = 0;
        next = 0;
        for (int entry = 0; entry < entries; entry++) {
            int level = elements.definition()[entry];
            if (elements.repetition()[entry] == 0) {
                firsts[lists] = entry;
                counts[lists] = 0;
                absent[lists] = optionalList && level == 0;
                lists++;
            }
            if (level >= elementLevel) {
                counts[lists - 1]++;
            }
        }
    }
}
