package io.daybreak.emr.simulate;

/**
 * How far one thing alone may go on an otherwise calm night before the deadline is missed.
 *
 * @param volumeFactor volume over the planned day's
 * @param feedDelaySeconds lateness of the feeds
 * @param s3SlowdownFactor slowdown of S3
 */
public record BreakPoints(double volumeFactor, double feedDelaySeconds, double s3SlowdownFactor) {}
