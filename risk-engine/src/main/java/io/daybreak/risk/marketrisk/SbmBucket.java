package io.daybreak.risk.marketrisk;

/**
 * One bucket under one correlation scenario.
 *
 * @param capital K_b
 * @param sum S_b as it enters the sum across buckets
 */
public record SbmBucket(String bucket, double capital, double sum) {}
