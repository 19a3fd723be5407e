/**
 * Who released what: a report is prepared by one person and approved by another, and the approval is bound to the content's hash. Pure functions
 * over immutable records; where they are kept is the caller's matter. Begin with {@link io.daybreak.report.release.Release#prepare}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.release;
