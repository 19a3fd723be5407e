package io.daybreak.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.output.RenderedFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSamplesTest {

    private static final int RECORDS = 500;

    private final ReportCatalog catalog = ReportCatalog.load();

    @TempDir
    Path folder;

    @Test
    void there_is_one_format_for_each_engine() {
        assertThat(ReportSamples.FORMATS.keySet())
                .isEqualTo(catalog.formats().stream()
                        .map(format -> format.spec().engine())
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_long_report_is_accepted_and_as_long_as_asked() throws Exception {
        for (Map.Entry<String, String> entry : ReportSamples.FORMATS.entrySet()) {
            ReportSamples samples = new ReportSamples(catalog.format(entry.getValue()));
            ReportSamples.Report report = samples.of(RECORDS);

            RenderResult result = samples.format().render(report.input(), folder);

            assertThat(samples.format().spec().engine()).isEqualTo(entry.getKey());
            assertThat(result.status())
                    .as("%s: %s", samples.id(), result.findings())
                    .isEqualTo(RenderResult.Status.WRITTEN);
            if (!entry.getKey().startsWith("xbrl")) {
                assertThat(report.records()).isEqualTo(RECORDS);
                assertThat(result.files().stream()
                                .mapToLong(RenderedFile::bytes)
                                .sum())
                        .as("bytes of %s", samples.id())
                        .isGreaterThan(RECORDS * 50L);
            }
        }
    }
}
