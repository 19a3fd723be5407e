package io.daybreak.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.oracle.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSchemaTest {

    @TempDir
    Path directory;

    @Test
    void every_record_validates_against_the_published_schema_and_the_count_stands_first() throws IOException {
        Path schemas = SharedFolder.require("suade-fire/schemas");
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7,
                builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                        "https://raw.githubusercontent.com/SuadeLabs/fire/master/schemas/",
                        schemas.toUri().toString())));
        JsonSchema schema = factory.getSchema(
                new ObjectMapper().readTree(schemas.resolve("loan.json").toFile()));

        JsonNode batch = rendered();

        assertThat(batch.fieldNames()).toIterable().containsExactly("name", "date", "count", "data");
        assertThat(batch.get("count").asInt())
                .isEqualTo(batch.get("data").size())
                .isEqualTo(2);
        batch.get("data").forEach(loan -> assertThat(schema.validate(loan)).isEmpty());
        assertThat(batch.at("/data/0/balance").isIntegralNumber()).isTrue();
        assertThat(batch.at("/data/0/secured").isBoolean()).isTrue();
    }

    private JsonNode rendered() throws IOException {
        ReportFormat format = ReportCatalog.load().format("suade.fire.loan");
        RenderResult result = format.render(format.sample(), directory);
        assertThat(result.findings()).isEmpty();
        return new ObjectMapper().readTree(result.files().get(0).path().toFile());
    }
}
