package io.daybreak.report.feedback;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record read from a feedback file.
 *
 * @param group the group it belongs to
 * @param values its values by column; a column without a value is left out
 * @param parent the record it hangs from, with what was read of it so far; null for an outermost record
 */
public record FeedbackRecord(
        String group, Map<String, Object> values, @Nullable FeedbackRecord parent) {}
