package io.daybreak.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import io.daybreak.report.oracle.SharedFolder;
import io.daybreak.report.output.RenderedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile cells: a report with one is either held, naming record and field, or still valid. {@code -Ddaybreak.fuzz=100000} runs the long form.
 */
class HostileInputTest {

    private static final int ROUNDS = Integer.getInteger("daybreak.fuzz", 250);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth.016.001.03", "auth.030.001.03", "fincen.ctr", "oecd.crs-2.0", "camt.053.001.08", "hmda.lar",
                        "nacha.ppd",
                "irs.fire.1099-int", "swift.mt940", "bai2", "eba.corep-lr-4.2", "eba.corep-lcr-da-4.2", "ffiec.041",
                        "ecb.bsi"
            })
    void a_hostile_cell_is_refused_with_its_place_or_leaves_a_valid_file(String id) throws IOException {
        ReportFormat format = CATALOG.format(id);
        SplittableRandom random = new SplittableRandom(id.hashCode());

        for (int round = 0; round < ROUNDS; round++) {
            RenderResult result = format.render(hostile(format, random), directory);

            if (result.status() == RenderResult.Status.HELD) {
                assertThat(result.files()).isEmpty();
                assertThat(result.findings()).isNotEmpty().allSatisfy(HostileInputTest::namesItsPlace);
            } else {
                for (RenderedFile file : result.files()) {
                    check(format, file.path());
                    Files.delete(file.path());
                }
            }
        }
        assertThat(directory).isEmptyDirectory();
    }

    private static void namesItsPlace(Finding finding) {
        assertThat(finding.record()).isNotBlank();
        assertThat(finding.field()).isNotBlank();
        assertThat(finding.bound()).isNotBlank();
    }

    private static void check(ReportFormat format, Path file) throws IOException {
        Findings findings = format.check(file, SharedFolder.find().flatMap(Optional::of));
        assertThat(findings.kept()).as(file.toString()).isEmpty();
        if (format.id().equals("hmda.lar")) {
            CSVFormat bars =
                    CSVFormat.DEFAULT.builder().setDelimiter('|').setQuote(null).get();
            try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, bars)) {
                parser.forEach(record -> assertThat(record.size()).isIn(15, 110));
            }
        }
    }

    private static ReportInput hostile(ReportFormat format, SplittableRandom random) throws IOException {
        ReportInput sample = format.sample();
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
            RecordGroup group = java.util.Objects.requireNonNull(sample.groups().get(model.name()));
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
