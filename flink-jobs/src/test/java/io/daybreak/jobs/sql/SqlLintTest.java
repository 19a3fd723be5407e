package io.daybreak.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Flink 1.20 does wrong or differently every time must not stand in any file of the night. */
class SqlLintTest {

    private static final Path SQL = Path.of("src/main/resources/sql");
    private static final Pattern OVER = Pattern.compile("\\bOVER\\s*\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");
    private static final Pattern RANKING =
            Pattern.compile("\\b(ROW_NUMBER|RANK|DENSE_RANK|NTILE|LAG|LEAD|FIRST_VALUE|LAST_VALUE)\\s*\\(");

    static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(SQL)) {
            return paths.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothing_that_depends_on_the_order_of_rows_the_clock_or_chance(Path file) throws IOException {
        SqlFile sql = SqlFile.parse(file.toString(), Files.readString(file));
        String body = sql.body().toUpperCase(Locale.ROOT);

        if (!sql.header().containsKey("Order")) {
            assertThat(body)
                    .as("an aggregate in arrival order; an '-- Order:' line says why it does not matter")
                    .doesNotContainPattern("\\b(COLLECT|ARRAY_AGG)\\s*\\(");
        }
        assertThat(body)
                .doesNotContainPattern("\\bMATCH_RECOGNIZE\\b")
                .doesNotContainPattern("\\bLISTAGG\\b")
                .doesNotContainPattern("\\b(RAND|RAND_INTEGER|UUID)\\s*\\(")
                .doesNotContainPattern(
                        "\\b(CURRENT_DATE|CURRENT_TIME|CURRENT_TIMESTAMP|LOCALTIME|LOCALTIMESTAMP|NOW)\\b")
                .doesNotContainPattern("\\bPROCTIME\\b")
                .as("LIMIT follows ORDER BY")
                .doesNotContainPattern("(?s)^(?!.*ORDER BY [^()]*LIMIT).*\\bLIMIT\\b");
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_ranking_has_an_order(Path file) throws IOException {
        String body =
                SqlFile.parse(file.toString(), Files.readString(file)).body().toUpperCase(Locale.ROOT);
        Matcher ranking = RANKING.matcher(body);
        while (ranking.find()) {
            Matcher over = OVER.matcher(body);
            assertThat(over.find(ranking.end()))
                    .as("OVER after " + ranking.group())
                    .isTrue();
            assertThat(over.group(1)).as("OVER of " + ranking.group()).contains("ORDER BY");
        }
    }
}
