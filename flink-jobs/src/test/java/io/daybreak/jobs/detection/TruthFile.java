package io.daybreak.jobs.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a sample day planted, read from its truth file: per kind of pattern, each pattern's identifiers. */
final class TruthFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Set<String>>> patterns = new TreeMap<>();

    /**
     * @param fields arrays of the truth file's objects whose texts identify a pattern's members
     */
    static TruthFile read(Path file, String... fields) throws IOException {
        TruthFile truth = new TruthFile();
        for (String line : Files.readAllLines(file)) {
            JsonNode one = JSON.readTree(line);
            Set<String> members = new TreeSet<>();
            for (String field : fields) {
                for (JsonNode member : one.path(field)) {
                    members.add(
                            member.isObject() ? member.path("transaction_id").asText() : member.asText());
                }
            }
            truth.patterns
                    .computeIfAbsent(one.path("kind").asText(), kind -> new ArrayList<>())
                    .add(members);
        }
        return truth;
    }

    Set<String> kinds() {
        return patterns.keySet();
    }

    /** Share of a kind's patterns of which something found is a member. */
    double recall(String kind, Set<String> found) {
        List<Set<String>> all = patterns.getOrDefault(kind, List.of());
        long hit = all.stream()
                .filter(members -> members.stream().anyMatch(found::contains))
                .count();
        return (double) hit / all.size();
    }
}
