package io.daybreak.jobs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.lake.PublishedCatalog;
import io.daybreak.jobs.sql.SqlFile;
import io.daybreak.jobs.sql.SqlFolder;
import io.daybreak.jobs.sql.SqlProgram;
import io.daybreak.jobs.stage.NightSettings;
import io.daybreak.jobs.stage.StageContext;
import io.daybreak.jobs.testing.StageHarness;
import io.daybreak.report.catalog.ReportCatalog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportQueriesTest {

    @TempDir
    Path folder;

    @Test
    void every_query_delivers_exactly_the_columns_its_format_reads() throws Exception {
        Lake lake = new Lake(folder);
        List<String> faults = new ArrayList<>();
        try (PublishedCatalog catalog = new PublishedCatalog(lake)) {
            // As the night does before a stage runs.
            new ReportsStage().spec().writes().forEach(table -> catalog.stage(table, "2026-03-31"));
            StreamTableEnvironment session = ReportsStage.session(context(lake, catalog));
            List<SqlFile> files = SqlFolder.read("reports");
            for (SqlFile file : files) {
                try {
                    new SqlProgram(new ReportsStage().spec(), List.of(file)).createViews(session);
                } catch (IllegalArgumentException broken) {
                    faults.add(String.valueOf(broken.getMessage())
                            .lines()
                            .limit(2)
                            .toList()
                            .toString());
                }
            }
            assertThat(faults).isEmpty();
            ReportQueries queries = new ReportQueries(session, ReportCatalog.load(), ReportQuery.of(files));
            for (ReportQuery query : ReportQuery.of(files)) {
                faults.addAll(queries.faults(query));
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void every_report_has_a_query_for_its_header_and_its_outermost_groups() {
        ReportCatalog catalog = ReportCatalog.load();
        List<ReportQuery> queries = ReportQuery.of(SqlFolder.read("reports"));

        assertThat(queries).isNotEmpty();
        for (ReportQuery query : queries) {
            var input = catalog.format(query.formatId()).input();
            List<String> groups = queries.stream()
                    .filter(other -> other.formatId().equals(query.formatId()))
                    .map(ReportQuery::group)
                    .toList();
            assertThat(groups).as(query.formatId()).doesNotHaveDuplicates();
            if (!input.header().isEmpty()) {
                assertThat(groups).as(query.formatId()).contains(ReportQuery.HEADER);
            }
            assertThat(groups)
                    .as(query.formatId())
                    .containsAll(input.groups().stream()
                            .filter(group -> group.parent().isEmpty())
                            .map(group -> group.name())
                            .toList());
        }
    }

    private StageContext context(Lake lake, PublishedCatalog catalog) {
        return new StageContext(
                new ReportsStage().spec(),
                LocalDate.of(2026, 3, 31),
                NightSettings.DEFAULTS,
                lake,
                catalog,
                StageHarness.shared(),
                folder,
                "",
                records -> {});
    }
}
