package io.daybreak.jobs.reconcile;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.Column;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.StageSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A run as OpenLineage events, one COMPLETE event per stage, in the form of the specification's RunEvent 2-0-2. Datasets
 * are the contract's tables; inputs and outputs are what the stages declare, which the night enforces: a stage's
 * session knows no other table. Columns are traced for stages that are SQL, see {@link ColumnLineage}.
 */
final class Lineage {

    private static final String SPEC = "https://openlineage.io/spec/";
    private static final String NAMESPACE = "daybreak";
    private static final String PRODUCER = "urn:daybreak:night";

    private final Path lake;
    private final LocalDate businessDate;
    private final String runId;

    Lineage(Path lake, LocalDate businessDate, String runId) {
        this.lake = lake;
        this.businessDate = businessDate;
        this.runId = runId;
    }

    /**
     * The event of one stage.
     *
     * @param time when the stage's record was written
     * @param columns origins of the output columns, by output table and column; empty where they are not known
     */
    Map<String, Object> event(
            StageSpec stage,
            StageRecord record,
            Instant time,
            Map<String, Map<String, List<ColumnLineage.Origin>>> columns) {
        List<Object> inputs = new ArrayList<>();
        for (TableSpec table : stage.reads()) {
            inputs.add(dataset(table, new LinkedHashMap<>(Map.of("schema", schema(table)))));
        }
        for (TableSpec table : stage.history()) {
            if (!stage.reads().contains(table)) {
                inputs.add(dataset(table, new LinkedHashMap<>(Map.of("schema", schema(table)))));
            }
        }
        List<Object> outputs = new ArrayList<>();
        for (StageRecord.Output output : record.outputs()) {
            TableSpec table = stage.writes().stream()
                    .filter(t -> t.name().equals(output.table()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("stage " + stage.name() + " has a record of "
                            + output.table() + ", which it does not write"));
            outputs.add(output(table, output, columns.getOrDefault(table.name(), Map.of())));
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", "COMPLETE");
        event.put("eventTime", time.toString());
        event.put("run", Map.of("runId", uuid(runId + "/" + stage.name()), "facets", runFacets()));
        event.put("job", job(stage));
        event.put("inputs", inputs);
        event.put("outputs", outputs);
        event.put("producer", PRODUCER);
        event.put("schemaURL", SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        return event;
    }

    private Map<String, Object> runFacets() {
        Map<String, Object> parent = facet("1-0-1/ParentRunFacet.json#/$defs/ParentRunFacet");
        parent.put("run", Map.of("runId", uuid(runId)));
        parent.put("job", Map.of("namespace", NAMESPACE, "name", "night"));
        Map<String, Object> nominal = facet("1-0-1/NominalTimeRunFacet.json#/$defs/NominalTimeRunFacet");
        nominal.put("nominalStartTime", businessDate + "T00:00:00Z");
        nominal.put("nominalEndTime", businessDate.plusDays(1) + "T00:00:00Z");
        Map<String, Object> facets = new LinkedHashMap<>();
        facets.put("parent", parent);
        facets.put("nominalTime", nominal);
        return facets;
    }

    private static Map<String, Object> job(StageSpec stage) {
        Map<String, Object> documentation = facet("1-0-1/DocumentationJobFacet.json#/$defs/DocumentationJobFacet");
        documentation.put("description", stage.description());
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("namespace", NAMESPACE);
        job.put("name", "night." + stage.name());
        job.put("facets", Map.of("documentation", documentation));
        return job;
    }

    private Map<String, Object> output(
            TableSpec table, StageRecord.Output output, Map<String, List<ColumnLineage.Origin>> columns) {
        Map<String, Object> facets = new LinkedHashMap<>();
        facets.put("schema", schema(table));
        Map<String, Object> version =
                facet("facets/1-0-0/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet");
        version.put("datasetVersion", Long.toString(output.snapshotId()));
        facets.put("version", version);
        if (!columns.isEmpty()) {
            facets.put("columnLineage", columnLineage(columns));
        }
        Map<String, Object> statistics =
                facet("1-0-1/OutputStatisticsOutputDatasetFacet.json#/$defs/OutputStatisticsOutputDatasetFacet");
        statistics.put("rowCount", output.rows());
        Map<String, Object> dataset = dataset(table, facets);
        dataset.put("outputFacets", Map.of("outputStatistics", statistics));
        return dataset;
    }

    private Map<String, Object> columnLineage(Map<String, List<ColumnLineage.Origin>> columns) {
        Map<String, Object> fields = new LinkedHashMap<>();
        columns.forEach((column, origins) -> {
            List<Map<String, Object>> inputs = new ArrayList<>();
            for (ColumnLineage.Origin origin : origins) {
                if (Catalogue.has(origin.table())) {
                    Map<String, Object> input = names(Catalogue.table(origin.table()));
                    input.put("field", origin.column());
                    inputs.add(input);
                }
            }
            fields.put(column, Map.of("inputFields", inputs));
        });
        Map<String, Object> facet =
                facet("facets/1-0-1/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet");
        facet.put("fields", fields);
        return facet;
    }

    private Map<String, Object> dataset(TableSpec table, Map<String, Object> facets) {
        Map<String, Object> dataset = names(table);
        dataset.put("facets", facets);
        return dataset;
    }

    /** Datasets are named by where they lie, as the specification's naming asks. */
    private Map<String, Object> names(TableSpec table) {
        String folder = table.landed() ? "landing/" : "tables/night/";
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("namespace", "file");
        names.put("name", lake + "/" + folder + table.name());
        return names;
    }

    private static Map<String, Object> schema(TableSpec table) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", column.name());
            field.put("type", column.type().sql());
            field.put("description", column.meaning());
            fields.add(field);
        }
        Map<String, Object> facet = facet("facets/1-0-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet");
        facet.put("fields", fields);
        return facet;
    }

    private static Map<String, Object> facet(String schema) {
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", SPEC + schema);
        return facet;
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
