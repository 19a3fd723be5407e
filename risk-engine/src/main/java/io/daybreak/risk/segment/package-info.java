/**
 * Groups of customers: scores by rank (recency, frequency, monetary value) and k-means with a fixed start and labels
 * that do not depend on the order of the rows. Start at {@link io.daybreak.risk.segment.KMeans} and
 * {@link io.daybreak.risk.segment.RankScore}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.segment;
