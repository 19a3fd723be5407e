package io.daybreak.report.engine;

import io.daybreak.report.check.Findings;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** A physical format: turns a specification into a writer. */
public interface Engine {

    /** The name specifications call it by. */
    String name();

    /**
     * Compiles a specification.
     *
     * @throws io.daybreak.report.spec.SpecException if its layout does not read
     */
    Writer compile(FormatSpec spec);

    /** A compiled format; thread-safe, used for any number of reports. */
    interface Writer {

        /** The columns it reads. */
        InputModel input();

        /**
         * Writes a report. Findings do not stop it, so that a report is told all that is wrong with it; the caller throws away what was written
         * if there are errors.
         */
        Outcome write(ReportInput input, FileOpener files, Findings findings) throws IOException;
    }

    /**
     * What was written.
     *
     * @param records records of the outermost groups
     * @param totals control totals by name
     */
    record Outcome(long records, Map<String, BigDecimal> totals) {
        public Outcome {
            totals = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(totals));
        }
    }
}
