package io.daybreak.jobs.intake;

/**
 * What a task found out about one file. Public, as what Flink carries between tasks has to be.
 *
 * @param number of the file among those inspected
 * @param rows by its footer; 0 if the file is broken
 * @param broken what is not as promised or not of the contract; empty if the file is good
 * @param count rows or columns concerned
 * @param next what to do about it
 */
public record FileFinding(int number, long rows, String broken, long count, String next) {

    static FileFinding good(int number, long rows) {
        return new FileFinding(number, rows, "", 0, "");
    }

    boolean isGood() {
        return broken.isEmpty();
    }
}
