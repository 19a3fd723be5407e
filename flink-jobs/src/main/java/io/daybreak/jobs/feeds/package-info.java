/**
 * Feed mappings: a bank's own files become feeds of the contract. {@link io.daybreak.jobs.feeds.FeedMapping} is one
 * mapping (header and SELECT), {@link io.daybreak.jobs.feeds.FeedsFile} says which mappings land a day, {@link
 * io.daybreak.jobs.feeds.FeedLanding} lands it, and nothing a source holds is lost on the way: every record is landed, kept
 * as unparsed, or left out by a declared condition. Knows no stage of the night; {@code docs/feeds.md} has the grammar.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.jobs.feeds;
