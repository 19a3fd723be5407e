package io.daybreak.jobs.page;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
class ScratchTest {
    @Test void x() throws Exception {
        Files.writeString(Path.of("/tmp/real.html"), NightPage.render(SummaryFile.read(Path.of("/tmp/page-demo/summary.json"))));
        Files.writeString(Path.of("/tmp/fix.html"), NightPage.render(SampleSummary.whole()));
        Files.writeString(Path.of("/tmp/fix-bad.html"), NightPage.render(SampleSummary.unbalanced()));
    }
}
