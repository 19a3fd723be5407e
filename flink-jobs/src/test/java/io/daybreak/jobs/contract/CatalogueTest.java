package io.daybreak.jobs.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void no_column_name_needs_quoting_in_sql() {
        TableEnvironment session = TableEnvironment.create(
                EnvironmentSettings.newInstance().inBatchMode().build());

        for (TableSpec table : Catalogue.all()) {
            for (Column column : table.columns()) {
                assertThatCode(() -> session.sqlQuery("SELECT CAST(NULL AS INT) AS " + column.name() + ", t."
                                + column.name() + " FROM (VALUES (1)) AS t(" + column.name() + ")"))
                        .as("%s.%s", table.name(), column.name())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void the_document_says_what_the_catalogue_says() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "contract.md"));

        assertThat(document)
                .as("docs/contract.md; print it anew with ./daybreak contract > docs/contract.md")
                .isEqualTo(ContractDocument.markdown());
    }

    @Test
    void every_published_table_ends_with_its_partition() {
        for (TableSpec table : Catalogue.published()) {
            assertThat(table.columnNames()).as(table.name()).endsWith(TableSpec.PROCESSING_DATE);
        }
    }
}
