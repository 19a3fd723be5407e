/**
 * How a landed feed looks on disk: {@code LAKE/landing/<table>/date=YYYY-MM-DD/part-NNNNN.parquet} and one {@code
 * _trailer.json} with the totals the sender vouches for. {@link io.daybreak.jobs.landing.LandingWriter} writes a file,
 * {@link io.daybreak.jobs.landing.Trailer} its totals, {@link io.daybreak.jobs.landing.ContractParquet} says what the
 * contract's types are in Parquet. Reading the rows back is not done here.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.landing;
