package io.daybreak.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.input.Column;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.oracle.SharedFolder;
import io.daybreak.report.oracle.XsdOracle;
import io.daybreak.report.output.RenderedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format in the registry, tested the moment a format exists. */
class FormatContractTest {

    private static final ReportCatalog CATALOG = ReportCatalog.load();

    @TempDir
    Path directory;

    static Stream<ReportFormat> formats() {
        return CATALOG.formats().stream();
    }

    static Stream<ReportFormat> formatsWithXsd() {
        return formats().filter(format -> format.spec().oracle().kind().equals("xsd"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_sample_is_written_without_findings(ReportFormat format) throws IOException {
        RenderResult result = format.renderAnyDirection(format.sample(), directory);

        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(RenderResult.Status.WRITTEN);
        assertThat(result.files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.bytes()).isPositive());
        assertThat(result.records()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rendering_twice_gives_the_same_bytes(ReportFormat format) throws IOException {
        List<String> once = digests(format.renderAnyDirection(format.sample(), directory.resolve("once")));
        List<String> again = digests(format.renderAnyDirection(format.sample(), directory.resolve("again")));

        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("formatsWithXsd")
    void the_sample_validates_against_the_official_schema(ReportFormat format) throws IOException {
        Path xsd = SharedFolder.require(format.spec().oracle().file());

        RenderResult result = format.renderAnyDirection(format.sample(), directory);

        assertThat(result.findings()).isEmpty();
        for (RenderedFile file : result.files()) {
            assertThat(XsdOracle.validate(xsd, file.path()))
                    .as(file.path().toString())
                    .isEmpty();
        }
    }

    /** Takes every column away in turn: the report is either held with a finding or still valid, never quietly wrong. */
    @ParameterizedTest
    @MethodSource("formatsWithXsd")
    void a_missing_value_is_refused_or_leaves_a_valid_file(ReportFormat format) throws IOException {
        Path xsd = SharedFolder.require(format.spec().oracle().file());

        for (String column : columns(format)) {
            ReportInput without = Samples.without(format.sample(), column);
            RenderResult result = format.renderAnyDirection(without, directory.resolve(column));

            for (RenderedFile file : result.files()) {
                assertThat(XsdOracle.validate(xsd, file.path()))
                        .as("without " + column)
                        .isEmpty();
            }
            assertThat(result.files().isEmpty()).isEqualTo(result.errors() > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_control_character_in_text_is_refused(ReportFormat format) throws IOException {
        for (String column : columns(format)) {
            ReportInput hostile = Samples.withControlCharacters(format.sample(), column);
            if (hostile == null) {
                continue;
            }

            RenderResult result = format.renderAnyDirection(hostile, directory.resolve(column));

            assertThat(result.status()).as(column).isEqualTo(RenderResult.Status.HELD);
            assertThat(result.findings())
                    .anySatisfy(finding -> assertThat(finding.value()).contains("\u0002"));
        }
    }

    private static List<String> columns(ReportFormat format) {
        Stream<String> header =
                format.input().header().stream().map(Column::name).map(name -> "header." + name);
        Stream<String> groups = format.input().groups().stream()
                .flatMap(group -> group.columnNames()
                        .filter(name -> !isKey(format, name))
                        .map(name -> group.name() + "." + name));
        List<String> columns = Stream.concat(header, groups).toList();
        // The widest formats have hundreds of columns of a kind; every tenth of theirs is tried.
        return columns.size() <= 150
                ? columns
                : java.util.stream.IntStream.range(0, columns.size())
                        .filter(i -> i % 10 == 0)
                        .mapToObj(columns::get)
                        .toList();
    }

    private static boolean isKey(ReportFormat format, String column) {
        return format.input().groups().stream().anyMatch(group -> group.key().contains(column));
    }

    private static List<String> digests(RenderResult result) {
        return result.files().stream().map(RenderedFile::sha256).toList();
    }
}
