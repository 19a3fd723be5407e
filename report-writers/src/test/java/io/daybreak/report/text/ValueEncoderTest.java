package io.daybreak.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.layout.LayoutCompiler;
import io.daybreak.report.layout.Node;
import io.daybreak.report.spec.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The fast way to a text against the type's own, over every field type the registry has. */
class ValueEncoderTest {

    private static final Set<String> LAYOUTS = Set.of("xml", "delimited", "fixed", "tag", "fix", "json");
    private static final int VALUES = 60;

    @Test
    void what_an_encoder_writes_is_what_its_type_formats_and_allows() {
        SplittableRandom random = new SplittableRandom(7);
        Collection<FieldType> types = types().values();
        long written = 0;
        long allowed = 0;

        for (FieldType type : types) {
            ValueEncoder encoder = ValueEncoder.of(type);
            ByteText text = new ByteText();
            for (int i = 0; i < VALUES; i++) {
                Object value = value(type, random);
                boolean done = encoder.encode(value, text);
                String formatted = type.format(value);
                boolean sound = type.check(value, formatted) == null;
                if (done) {
                    assertThat(sound).as("%s takes %s", type, value).isTrue();
                    assertThat(text.string()).as("%s of %s", type, value).isEqualTo(formatted);
                    assertThat(text.marks())
                            .isEqualTo(text.marks() | ByteText.of(formatted).marks());
                }
                written += done ? 1 : 0;
                allowed += sound ? 1 : 0;
            }
        }

        assertThat(types).hasSizeGreaterThan(300);
        assertThat(written).isGreaterThan(allowed / 2).isLessThanOrEqualTo(allowed);
    }

    @Test
    void plain_amounts_and_times_take_the_fast_way() {
        FieldType amount = type("camt.053.001.08", FieldType.Kind.DECIMAL);
        FieldType stamp = type("camt.053.001.08", FieldType.Kind.TIMESTAMP);
        ByteText text = new ByteText();

        assertThat(ValueEncoder.of(amount).encode(new BigDecimal("2258.50"), text))
                .isTrue();
        assertThat(text.bytes()).startsWith("2258.50".getBytes(StandardCharsets.US_ASCII));
        assertThat(ValueEncoder.of(stamp).encode(LocalDateTime.of(2026, 11, 22, 0, 5, 9), text))
                .isTrue();
        assertThat(text.string()).isEqualTo("2026-11-22T00:05:09Z");
    }

    private static FieldType type(String format, FieldType.Kind kind) {
        return types().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(format) && entry.getValue().kind() == kind)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (ReportFormat format : ReportCatalog.load().formats()) {
            if (LAYOUTS.contains(format.spec().engine())) {
                LayoutCompiler.compile(format.spec(), Dialect.plain()).forEachNode(node -> {
                    if (node instanceof Node.Leaf leaf) {
                        types.putIfAbsent(format.id() + " " + leaf.type().name(), leaf.type());
                    }
                });
            }
        }
        return types;
    }

    private static Object value(FieldType type, SplittableRandom random) {
        return switch (type.kind()) {
            case TEXT -> text(type, random);
            case INTEGER -> random.nextInt(4) == 0 ? random.nextLong() : random.nextLong(-5, 100_000);
            case DECIMAL, IMPLIED -> decimal(random);
            case DATE -> LocalDate.of(random.nextInt(1890, 2210), random.nextInt(1, 13), random.nextInt(1, 29));
            case TIMESTAMP -> moment(random);
            case FLAG -> random.nextBoolean();
        };
    }

    private static Object moment(SplittableRandom random) {
        LocalDateTime moment = LocalDateTime.of(
                random.nextInt(1890, 2210),
                random.nextInt(1, 13),
                random.nextInt(1, 29),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
        return random.nextBoolean() ? moment : moment.toInstant(java.time.ZoneOffset.UTC);
    }

    private static BigDecimal decimal(SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            return new BigDecimal(new BigInteger(80, new java.util.Random(random.nextLong())), random.nextInt(-3, 30));
        }
        long bound = (long) Math.pow(10, random.nextInt(1, 18));
        return BigDecimal.valueOf(random.nextLong(-bound / 4, bound), random.nextInt(-1, 8));
    }

    private static String text(FieldType type, SplittableRandom random) {
        if (!type.facets().codes().isEmpty() && random.nextBoolean()) {
            Object[] codes = type.facets().codes().toArray();
            return (String) codes[random.nextInt(codes.length)];
        }
        String alphabet = switch (random.nextInt(4)) {
            case 0 -> "0123456789";
            case 1 -> "ABCXYZ019";
            case 2 -> "aZ0 .-/&<>\"',|#_~\u0007\n";
            default -> "Aé中0 ";
        };
        int most = Math.min(type.facets().maxLength(), 40);
        int length = random.nextInt(0, most + 2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void an_instant_and_the_utc_time_it_stands_for_give_the_same_text() {
        FieldType stamp = type("camt.053.001.08", FieldType.Kind.TIMESTAMP);
        ByteText one = new ByteText();
        ByteText other = new ByteText();

        ValueEncoder.of(stamp).encode(Instant.parse("2026-11-22T23:59:59Z"), one);
        ValueEncoder.of(stamp).encode(LocalDateTime.of(2026, 11, 22, 23, 59, 59), other);

        assertThat(one.string()).isEqualTo(other.string()).isEqualTo("2026-11-22T23:59:59Z");
    }
}
