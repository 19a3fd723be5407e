package io.daybreak.emr.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SizingTest {
    @Test
    void the_page_in_docs_is_what_its_commands_print_today() throws Exception {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/runbooks"))) {
            at = Objects.requireNonNull(at.getParent(), "no folder docs above the module");
        }
        Path page = at.resolve("docs/sizing.md");

        String printed = Ran.emr("render", "sizing").out();

        assertThat(Files.readString(page))
                .as("write it again: ./daybreak emr render sizing > docs/sizing.md")
                .isEqualTo(printed);
    }
}
