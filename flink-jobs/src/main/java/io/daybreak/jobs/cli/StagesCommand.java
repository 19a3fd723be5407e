package io.daybreak.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.jobs.contract.TableSpec;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightGraph;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.stage.StageSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code daybreak stages}: the night's graph, for people or as the file {@code daybreak emr} works from. */
@Command(
        name = "stages",
        mixinStandardHelpOptions = true,
        description = "Lists the stages of the night: what each waits for, reads and writes.")
final class StagesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "The graph file that ./daybreak emr plans, launches and renders from.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        NightGraph graph = Night.graph();
        if (json) {
            System.out.println(
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(graphFile(graph)));
            return 0;
        }
        for (Stage stage : graph.stages()) {
            StageSpec spec = stage.spec();
            System.out.printf(
                    "%-13s %-9s %s%n",
                    spec.name(), spec.stageClass().name().toLowerCase(Locale.ROOT), spec.description());
            System.out.println("              after   " + orNothing(graph.after(spec.name())));
            System.out.println("              reads   " + orNothing(names(spec.reads())));
            System.out.println("              writes  " + orNothing(names(spec.writes())));
        }
        return 0;
    }

    /** The graph as data. */
    static Map<String, Object> graphFile(NightGraph graph) {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            StageSpec spec = stage.spec();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", spec.name());
            entry.put("class", spec.stageClass().name().toLowerCase(Locale.ROOT));
            entry.put("description", spec.description());
            entry.put("after", graph.after(spec.name()));
            entry.put("reads", names(spec.reads()));
            entry.put("writes", names(spec.writes()));
            entry.put("mainClass", FlinkApplication.class.getName());
            entry.put("arguments", List.of("night", "--only", spec.name(), "--date", "{date}", "--lake", "{lake}"));
            stages.add(entry);
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("schema", 1);
        file.put("stages", stages);
        return file;
    }

    private static List<String> names(List<TableSpec> tables) {
        return tables.stream()
                .map(table -> table.landed() ? "landing." + table.name() : table.name())
                .toList();
    }

    private static String orNothing(List<String> names) {
        return names.isEmpty() ? "-" : String.join(", ", names);
    }
}
