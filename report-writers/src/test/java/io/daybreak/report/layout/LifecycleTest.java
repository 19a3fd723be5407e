package io.daybreak.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.check.Finding;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EMIR: NEWT or POSC comes first and once per UTI; what is terminated or in error is only revived or corrected. */
class LifecycleTest {

    private static final String UTI = "529900SMPL0000000358TRADE%07d";

    private final ReportFormat format = ReportCatalog.load().format("auth.030.001.03");

    @TempDir
    Path directory;

    private record Step(int trade, String action) {}

    @Test
    void a_life_in_its_order_is_written() throws IOException {
        RenderResult result = render(List.of(
                new Step(1, "NEWT"),
                new Step(2, "MODI"),
                new Step(1, "VALU"),
                new Step(1, "TERM"),
                new Step(1, "REVI"),
                new Step(2, "TERM"),
                new Step(2, "CORR")));

        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(7);
    }

    @Test
    void a_new_trade_after_another_report_of_it_is_refused_with_its_record() throws IOException {
        RenderResult result = render(List.of(new Step(7, "VALU"), new Step(8, "NEWT"), new Step(7, "NEWT")));

        assertThat(result.status()).isEqualTo(RenderResult.Status.HELD);
        Finding finding = result.findings().get(0);
        assertThat(finding.rule()).isEqualTo("lifecycle");
        assertThat(finding.record()).isEqualTo("reports[0000003]");
        assertThat(finding.bound()).contains(UTI.formatted(7));
    }

    @Test
    void the_same_trade_is_not_new_twice_and_not_modified_after_its_end() throws IOException {
        assertThat(render(List.of(new Step(1, "NEWT"), new Step(1, "NEWT"))).errors())
                .isEqualTo(1);
        assertThat(render(List.of(new Step(1, "NEWT"), new Step(1, "TERM"), new Step(1, "MODI")))
                        .errors())
                .isEqualTo(1);
    }

    @Test
    void a_repeated_trade_is_found_among_many() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int trade = 0; trade < 5_000; trade++) {
            steps.add(new Step(trade, "NEWT"));
        }
        assertThat(render(steps).errors()).isZero();

        steps.add(new Step(4_321, "NEWT"));
        assertThat(render(steps).errors()).isEqualTo(1);
    }

    private RenderResult render(List<Step> steps) throws IOException {
        ReportInput sample = format.sample();
        RecordGroup reports = Objects.requireNonNull(sample.groups().get("reports"));
        Row newTrade = reports.rows().next();
        int action = reports.columns().indexOf("action");
        int uti = reports.columns().indexOf("unique_transaction_identifier");
        int number = reports.columns().indexOf("report_number");
        List<Row> rows = new ArrayList<>();
        for (Step step : steps) {
            String record = "%07d".formatted(rows.size() + 1);
            rows.add(position -> position == action
                    ? step.action()
                    : position == uti
                            ? UTI.formatted(step.trade())
                            : position == number ? record : newTrade.value(position));
        }
        RecordGroup changed = new RecordGroup("reports", reports.columns(), rows.iterator());
        return format.render(ReportInput.of(sample.header(), List.of(changed)), directory);
    }
}
