package io.daybreak.jobs.analytics;

import io.daybreak.jobs.sql.SqlFile;
import io.daybreak.jobs.sql.SqlFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The segment ranges as the stage's file declares them, read without a SQL engine. */
final class Segments {

    private static final Pattern RANGE = Pattern.compile("\\('(\\w+)', (\\d), (\\d), (\\d), (\\d)\\)");

    static List<String> matching(int recency, int frequency) {
        SqlFile file = SqlFolder.read("analytics").stream()
                .filter(f -> f.target().equals("segments"))
                .findFirst()
                .orElseThrow();
        List<String> matching = new ArrayList<>();
        Matcher range = RANGE.matcher(file.body());
        while (range.find()) {
            boolean recent = recency >= number(range, 2) && recency <= number(range, 3);
            boolean frequent = frequency >= number(range, 4) && frequency <= number(range, 5);
            if (recent && frequent) {
                matching.add(range.group(1));
            }
        }
        return matching;
    }

    private static int number(Matcher range, int group) {
        return Integer.parseInt(range.group(group));
    }

    private Segments() {}
}
