/**
 * Reads what authorities send back: status advices, rejections, reconciliation. A feedback file is read by the layout of its format, the same
 * language that writes reports; rejections come out tied to the record they reject. Begin with
 * {@link io.daybreak.report.feedback.FeedbackReader}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.report.feedback;
