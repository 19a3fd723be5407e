package io.daybreak.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FlagsTest {

    @Test
    void a_night_is_measured_with_the_flags_the_launcher_gives_it() throws Exception {
        String launcher = Files.readString(Path.of("../daybreak"));
        List<String> sizes = matches("-X(?:ms|mx|mn)\\w+|-XX:MaxMetaspaceSize=\\w+", launcher);

        assertThat(launcher).contains("*) jvm=(-XX:+UseParallelGC -Xmn700m ");
        assertThat(Flags.NIGHT_MEMORY).containsAll(sizes).hasSize(sizes.size() + 1);
        assertThat(Flags.NIGHT_COMPILERS).isEqualTo(matches("-XX:Tier4\\w+=\\d+", launcher));
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
