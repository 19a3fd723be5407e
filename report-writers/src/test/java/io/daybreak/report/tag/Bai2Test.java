package io.daybreak.report.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Bai2Test {

    @TempDir
    Path directory;

    @Test
    void trailers_count_their_own_records_and_add_their_amounts() throws IOException {
        ReportFormat format = ReportCatalog.load().format("bai2");

        RenderResult result = format.render(format.sample(), directory);

        List<String> lines = Files.readAllLines(result.files().get(0).path());
        assertThat(lines).allMatch(line -> line.endsWith("/"));
        assertThat(lines.get(2)).isEqualTo("03,10200123456,USD,010,100050,,/");
        // 100050 + 2500 + 25025 cents over the account's four records.
        assertThat(lines.get(5)).isEqualTo("49,127575,4/");
        assertThat(lines.get(7)).isEqualTo("49,5000,2/");
        assertThat(lines.get(8)).isEqualTo("98,132575,2,8/");
        assertThat(lines.get(9)).isEqualTo("99,132575,1," + lines.size() + "/");
    }
}
