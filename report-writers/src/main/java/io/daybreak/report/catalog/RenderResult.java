package io.daybreak.report.catalog;

import io.daybreak.report.check.Finding;
import io.daybreak.report.output.RenderedFile;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of rendering a report.
 *
 * @param format the format's id
 * @param status whether files were written
 * @param files the files, in order; none if held
 * @param records records of the outermost groups
 * @param totals control totals by name
 * @param errors how many findings hold the report
 * @param warnings how many do not
 * @param findings the first thousand of both
 */
public record RenderResult(
        String format,
        Status status,
        List<RenderedFile> files,
        long records,
        Map<String, BigDecimal> totals,
        long errors,
        long warnings,
        List<Finding> findings) {

    public RenderResult {
        files = List.copyOf(files);
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        findings = List.copyOf(findings);
    }

    /** Written or held. */
    public enum Status {
        /** Every file stands. */
        WRITTEN,
        /** Something is wrong; no file stands. */
        HELD
    }
}
