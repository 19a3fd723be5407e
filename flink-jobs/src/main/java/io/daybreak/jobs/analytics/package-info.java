/**
 * Customer analytics: segments, lifetime value and recommendations by {@link io.daybreak.jobs.analytics.AnalyticsStage}
 * and {@code sql/analytics}. The models are the risk engine's; {@link io.daybreak.jobs.analytics.LifetimeModels} says how
 * they are fitted to a day. {@link io.daybreak.jobs.analytics.InsightsDatabase} is the PostgreSQL in which a customer is
 * looked up.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.analytics;
