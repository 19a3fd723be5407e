package io.daybreak.emr.forecast;

/**
 * The volume expected of a day, with a 95 % prediction interval.
 *
 * @param rows median
 * @param rowsLow lower end
 * @param rowsHigh upper end: what to plan for
 * @param bytes median
 * @param bytesHigh upper end: what to plan for
 * @param days past days it was learnt from
 * @param growthPerYear growth of rows per year, 0.1 being 10 %
 */
public record VolumeForecast(
        long rows, long rowsLow, long rowsHigh, long bytes, long bytesHigh, int days, double growthPerYear) {}
