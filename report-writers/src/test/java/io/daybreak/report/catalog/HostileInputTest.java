package io.daybreak.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.check.Finding;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import io.daybreak.report.oracle.IndependentReader;
import io.daybreak.report.output.RenderedFile;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile cells: a report with one is either held, naming record and field, or still valid by a reader that knows nothing of the writers. The
 * long form, {@code -Dlong}, gives every engine 100,000 hostile records ({@code -Ddaybreak.fuzz=N} another number, {@code
 * -Ddaybreak.engine=xml} only one engine), over all formats the bank may file.
 */
class HostileInputTest {

    private static final int ROUNDS = 80;
    private static final int LONG_ROUNDS_PER_ENGINE = Integer.getInteger("daybreak.fuzz", 100_000);
    private static final List<String> FORMATS = List.of(
            "auth.016.001.03",
            "auth.030.001.03",
            "fincen.ctr",
            "oecd.crs-2.0",
            "camt.053.001.08",
            "goaml.ae.str",
            "hmda.lar",
            "fr2052a.outflows-deposits",
            "cfpb.sbl-1071",
            "nacha.ppd",
            "irs.fire.1099-int",
            "swift.mt940",
            "swift.mt103",
            "bai2",
            "fix.execution-report",
            "suade.fire.loan",
            "eba.corep-lr-4.2",
            "eba.corep-lcr-da-4.2",
            "eba.corep-le-4.2",
            "ffiec.041",
            "ecb.bsi");
    private static final ReportCatalog CATALOG = ReportCatalog.load();
    private static final String[] TEXTS = {
        "\u0000",
        "\u0007bell",
        "line\nfeed",
        "tab\there",
        "\uD800",
        "\uDC00lone",
        "a\uFFFEb",
        "x".repeat(5000),
        " ",
        "  padded  ",
        "|",
        ",",
        "\"",
        "a\"b,c",
        "]]>",
        "<!--",
        "&amp;",
        "<tag/>",
        "*",
        "{1:",
        "-}",
        ":61:",
        "\u0001",
        "é",
        "中文",
        "😀",
        "'",
        "=cmd()",
        "-1",
        "NaN",
        "1e9",
        "\u0085",
        "\u200B",
        "~",
        "#nil",
        "%s%n",
        "${x}"
    };
    private static final BigDecimal[] NUMBERS = {
        new BigDecimal("-1"),
        new BigDecimal("-0.00000000001"),
        new BigDecimal("1E+40"),
        new BigDecimal("1E-40"),
        new BigDecimal("99999999999999999999.999"),
        BigDecimal.ZERO,
        new BigDecimal("0.1234567890123456789")
    };

    @TempDir
    Path directory;

    /** Every format the bank may file in the long form, the chosen ones otherwise. */
    static List<String> formats() {
        return System.getProperty("long") == null
                ? FORMATS
                : CATALOG.formats().stream()
                        .filter(format -> format.spec().direction() == FormatSpec.Direction.OUT)
                        .filter(format -> format.spec().engine().matches(System.getProperty("daybreak.engine", ".*")))
                        .map(ReportFormat::id)
                        .toList();
    }

    @Test
    void every_engine_is_given_hostile_records() {
        assertThat(FORMATS.stream()
                        .map(id -> CATALOG.format(id).spec().engine())
                        .collect(Collectors.toSet()))
                .isEqualTo(CATALOG.formats().stream()
                        .map(format -> format.spec().engine())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_hostile_cell_is_refused_with_its_place_or_leaves_a_valid_file(String id) throws Exception {
        ReportFormat format = CATALOG.format(id);
        SplittableRandom random = new SplittableRandom(id.hashCode());
        Sample sample = Sample.of(format);
        int rounds = rounds(format);
        int held = 0;

        for (int round = 0; round < rounds; round++) {
            RenderResult result = format.render(hostile(format, sample, random), directory);

            if (result.status() == RenderResult.Status.HELD) {
                held++;
                assertThat(result.files()).isEmpty();
                assertThat(result.findings()).isNotEmpty().allSatisfy(HostileInputTest::namesItsPlace);
            } else {
                for (RenderedFile file : result.files()) {
                    IndependentReader.read(format, file.path());
                    Files.delete(file.path());
                }
            }
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(held).isBetween(rounds / 10, rounds - 1);
    }

    private static int rounds(ReportFormat format) {
        if (System.getProperty("long") == null) {
            return ROUNDS;
        }
        long sharing = formats().stream()
                .filter(id ->
                        CATALOG.format(id).spec().engine().equals(format.spec().engine()))
                .count();
        return (int) (LONG_ROUNDS_PER_ENGINE / sharing + 1);
    }

    /** A format's sample, read once. */
    private record Sample(Map<String, Object> header, Map<String, List<Row>> rows, Map<String, List<String>> columns) {
        static Sample of(ReportFormat format) throws IOException {
            ReportInput input = format.sample();
            Map<String, List<Row>> rows = new HashMap<>();
            Map<String, List<String>> columns = new HashMap<>();
            input.groups().forEach((name, group) -> {
                List<Row> all = new ArrayList<>();
                group.rows().forEachRemaining(all::add);
                rows.put(name, all);
                columns.put(name, group.columns());
            });
            return new Sample(input.header(), rows, columns);
        }

        RecordGroup group(String name) {
            return new RecordGroup(
                    name,
                    columns.getOrDefault(name, List.of()),
                    rows.getOrDefault(name, List.of()).iterator());
        }
    }

    private static void namesItsPlace(Finding finding) {
        assertThat(finding.record()).isNotBlank();
        assertThat(finding.field()).isNotBlank();
        assertThat(finding.bound()).isNotBlank();
    }

    private static ReportInput hostile(ReportFormat format, Sample sample, SplittableRandom random) {
        Map<String, Object> header = new HashMap<>(sample.header());
        List<RecordGroup> groups = new ArrayList<>();
        int target = random.nextInt(format.input().groups().size() + 1);
        if (target == format.input().groups().size() && !format.input().header().isEmpty()) {
            Column column = format.input()
                    .header()
                    .get(random.nextInt(format.input().header().size()));
            Object value = hostile(column, random);
            if (value == null) {
                header.remove(column.name());
            } else {
                header.put(column.name(), value);
            }
        }
        for (int i = 0; i < format.input().groups().size(); i++) {
            GroupModel model = format.input().groups().get(i);
            RecordGroup group = sample.group(model.name());
            groups.add(i == target ? hostile(group, model, random) : group);
        }
        return ReportInput.of(header, groups);
    }

    private static RecordGroup hostile(RecordGroup group, GroupModel model, SplittableRandom random) {
        List<Row> rows = new ArrayList<>();
        group.rows().forEachRemaining(rows::add);
        int count = rows.size();
        for (int change = 0; change <= random.nextInt(2) && count > 0; change++) {
            int at = random.nextInt(count);
            Column column = model.columns().get(random.nextInt(model.columns().size()));
            int position = group.columns().indexOf(column.name());
            Object value = hostile(column, random);
            Row row = rows.get(at);
            rows.set(at, asked -> asked == position ? value : row.value(asked));
        }
        return new RecordGroup(group.name(), group.columns(), rows.iterator());
    }

    private static @Nullable Object hostile(Column column, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return random.nextBoolean() ? null : new Object[] {TEXTS[0], 1L, LocalDate.EPOCH, true}[random.nextInt(4)];
        }
        return switch (column.type()) {
            case STRING -> TEXTS[random.nextInt(TEXTS.length)];
            case DECIMAL -> NUMBERS[random.nextInt(NUMBERS.length)];
            case BIGINT -> random.nextBoolean() ? Long.MIN_VALUE : random.nextLong();
            case DATE -> LocalDate.ofEpochDay(random.nextLong(-400_000, 400_000));
            case TIMESTAMP -> LocalDateTime.of(1 + random.nextInt(9998), 1, 1, 0, 0, 0, random.nextInt(1_000_000_000));
            case BOOLEAN -> random.nextBoolean();
        };
    }
}
