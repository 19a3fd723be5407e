package io.daybreak.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatsDocumentTest {

    @Test
    void the_document_says_what_the_registry_says() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "formats.md"));

        assertThat(document)
                .as("docs/formats.md; print it anew with ./daybreak reports list --markdown > docs/formats.md")
                .isEqualTo(FormatsDocument.markdown(ReportCatalog.load()));
    }
}
