package io.daybreak.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.layout.LayoutCompiler;
import io.daybreak.report.layout.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The oracle is java.util.regex. */
class AsciiPatternTest {

    private static final List<String> MADE = List.of(
            "",
            "a?b*c+",
            "(ab|a)(c|bcd)",
            "[^0-9]{2,3}x?",
            "(a{2}|b){3}",
            "x|",
            "\\S+( +\\S+)*|",
            "[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}",
            "(1[0-2]|0[1-9])/[0-9]{2}",
            "a{0}b",
            "[a\\-c]+",
            "(a|b(c|d)?){1,2}");

    @Test
    void a_table_says_of_random_texts_what_the_expression_says() {
        SplittableRandom random = new SplittableRandom(11);
        Set<String> expressions = new TreeSet<>(MADE);
        expressions.addAll(ofTheRegistry());

        int compiled = 0;
        for (String expression : expressions) {
            AsciiPattern table = AsciiPattern.compile(expression).orElse(null);
            if (table == null) {
                continue;
            }
            compiled++;
            Pattern pattern = Pattern.compile(expression);
            for (int i = 0; i < 2_000; i++) {
                String text = text(expression, random);
                byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                assertThat(table.matches(bytes, bytes.length))
                        .as("'%s' of %s", text, expression)
                        .isEqualTo(pattern.matcher(text).matches());
            }
        }

        assertThat(compiled).isGreaterThan(50).isGreaterThan(expressions.size() - 3);
    }

    @Test
    void what_is_not_regular_or_too_wide_is_left_to_the_expression_itself() {
        assertThat(AsciiPattern.compile("(a)\\1")).isEmpty();
        assertThat(AsciiPattern.compile("(?i)a")).isEmpty();
        assertThat(AsciiPattern.compile("a*?")).isEmpty();
        assertThat(AsciiPattern.compile("(a|b)*a(a|b){12}")).isEmpty();
        assertThat(AsciiPattern.compile("[a")).isEmpty();
        assertThat(AsciiPattern.compile("é")).isEmpty();
    }

    private static Set<String> ofTheRegistry() {
        Set<String> patterns = new TreeSet<>();
        for (ReportFormat format : ReportCatalog.load().formats()) {
            if (Set.of("xml", "delimited", "fixed", "tag", "fix", "json")
                    .contains(format.spec().engine())) {
                LayoutCompiler.compile(format.spec(), Dialect.plain()).forEachNode(node -> {
                    if (node instanceof Node.Leaf leaf) {
                        leaf.type().pattern().ifPresent(patterns::add);
                    }
                });
            }
        }
        return patterns;
    }

    /** Characters the expression itself is written with, mostly, so that some texts match. */
    private static String text(String expression, SplittableRandom random) {
        String alphabet = expression.replaceAll("[\\\\\\[\\](){}|?*+^$,]", "") + "A0a ";
        int length = random.nextInt(random.nextInt(3) == 0 ? 40 : 9);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            char c = alphabet.charAt(random.nextInt(alphabet.length()));
            text.append(c < 128 ? c : 'x');
        }
        return text.toString();
    }
}
