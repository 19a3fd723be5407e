package io.daybreak.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.report.check.Findings;
import io.daybreak.report.feedback.FeedbackRecord;
import io.daybreak.report.feedback.Verdict;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feedback formats: their samples validate against the official schema (contract suite) and read back as they were. */
class FeedbackTest {

    private static final ReportCatalog CATALOG = ReportCatalog.load();

    @TempDir
    Path directory;

    static Stream<ReportFormat> feedback() {
        return CATALOG.formats().stream().filter(format -> format.spec().direction() == FormatSpec.Direction.IN);
    }

    @ParameterizedTest
    @MethodSource("feedback")
    void a_feedback_file_reads_back_record_by_record(ReportFormat format) throws IOException {
        Path file = format.renderAnyDirection(format.sample(), directory)
                .files()
                .get(0)
                .path();
        Map<String, List<Map<String, Object>>> read = new HashMap<>();

        Findings findings = format.feedback()
                .read(
                        file,
                        record -> read.computeIfAbsent(record.group(), group -> new ArrayList<>())
                                .add(record.values()));

        assertThat(findings.kept()).isEmpty();
        for (GroupModel model : format.input().groups()) {
            List<Map<String, Object>> rows = read.getOrDefault(model.name(), List.of());
            List<Map<String, Object>> expected = rows(
                    java.util.Objects.requireNonNull(format.sample().groups().get(model.name())), model);
            assertThat(rows).as(model.name()).hasSameSizeAs(expected);
            for (int i = 0; i < rows.size(); i++) {
                for (Map.Entry<String, Object> cell : rows.get(i).entrySet()) {
                    assertThat(expected.get(i).get(cell.getKey()))
                            .as(model.name() + "." + cell.getKey())
                            .hasToString(cell.getValue().toString());
                }
            }
        }
    }

    private static List<Map<String, Object>> rows(RecordGroup group, GroupModel model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        group.rows().forEachRemaining(row -> {
            Map<String, Object> values = new HashMap<>();
            for (Column column : model.columns()) {
                Object value = row.value(group.columns().indexOf(column.name()));
                if (value != null) {
                    values.put(
                            column.name(),
                            value instanceof java.time.Instant instant
                                    ? java.time.LocalDateTime.ofInstant(instant, java.time.ZoneOffset.UTC)
                                    : value);
                }
            }
            rows.add(values);
        });
        return rows;
    }

    @Test
    void a_rejection_names_our_record_and_the_rule_it_failed() throws IOException {
        ReportFormat format = CATALOG.format("auth.031.001.01");
        Path file = format.renderAnyDirection(format.sample(), directory)
                .files()
                .get(0)
                .path();
        List<Verdict> verdicts = new ArrayList<>();

        format.feedback().readVerdicts(file, verdicts::add);

        assertThat(verdicts).isNotEmpty().allMatch(Verdict::isRejection);
        assertThat(verdicts.get(0).record()).isNotEmpty();
        assertThat(verdicts.get(0).rule()).isEqualTo("CON-023");
        assertThat(verdicts.get(0).text()).isEqualTo("Constructed sample of a rule text");
    }

    @Test
    void a_value_of_another_type_is_a_finding_with_its_line_and_an_unknown_element_a_warning() throws IOException {
        ReportFormat format = CATALOG.format("auth.028.001.01");
        Path file = format.renderAnyDirection(format.sample(), directory)
                .files()
                .get(0)
                .path();
        String text = Files.readString(file)
                .replaceFirst("<FrDtTm>[^<]*</FrDtTm>", "<FrDtTm>yesterday</FrDtTm>")
                .replaceFirst("<TxSts>", "<TxSts><Surprise><Deep>1</Deep></Surprise>");
        Path changed = Files.writeString(directory.resolve("changed.xml"), text);
        List<FeedbackRecord> records = new ArrayList<>();

        Findings findings = format.feedback().read(changed, records::add);

        assertThat(findings.errors()).isEqualTo(1);
        assertThat(findings.warnings()).isEqualTo(1);
        assertThat(findings.kept().get(0).value()).isEqualTo("yesterday");
        assertThat(findings.kept().get(1).field()).isEqualTo("Surprise");
        assertThat(records).isNotEmpty();
    }

    @Test
    void what_is_received_is_not_written_and_what_is_filed_is_not_read() {
        assertThatThrownBy(() -> CATALOG.format("auth.031.001.01")
                        .render(CATALOG.format("auth.031.001.01").sample(), directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never written");
        assertThatThrownBy(() -> CATALOG.format("auth.030.001.03").feedback())
                .isInstanceOf(IllegalStateException.class);
    }
}
