package io.daybreak.jobs.reports;

import io.daybreak.jobs.sql.SqlFile;
import java.util.List;

/**
 * The query that fills one record group of one report.
 *
 * @param formatId format the rows are for
 * @param group record group, or {@value #HEADER}
 * @param view name of the view the file makes
 * @param path the file, for messages
 */
record ReportQuery(String formatId, String group, String view, String path) {

    /** The group of the one row of header values. */
    static final String HEADER = "header";

    /** The queries among a folder's files: those that name a report. */
    static List<ReportQuery> of(List<SqlFile> files) {
        return files.stream()
                .filter(file -> file.header().containsKey("Report"))
                .map(file -> new ReportQuery(
                        file.header().getOrDefault("Report", ""),
                        file.header().getOrDefault("Group", HEADER),
                        file.target(),
                        file.path()))
                .toList();
    }
}
