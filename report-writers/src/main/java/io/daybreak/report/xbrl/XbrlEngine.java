package io.daybreak.report.xbrl;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.report.check.Findings;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.FileOpener;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * XBRL 2.1 instances whose facts are items of one taxonomy, each in the instant or the year-to-date context of the reporting date: the FFIEC
 * call report.
 *
 * <p>The layout lists the items by kind, {@code monetary}, {@code count}, {@code ratio}, {@code flag}, {@code text}, {@code date}, each a text
 * of item codes; items that begin with the option {@code duration} are reported for the year to date. Reads the group {@code facts}:
 * {@code item}, {@code number} or {@code text}.
 */
public final class XbrlEngine implements Engine {

    /** For the catalogue. */
    public XbrlEngine() {}

    @Override
    public String name() {
        return "xbrl";
    }

    @Override
    public Writer compile(FormatSpec spec) {
        Taxonomy taxonomy = taxonomy(spec);
        InputModel input = new InputModel(
                List.of(
                        new Column("entity_id", ColumnType.STRING, true),
                        new Column("reporting_date", ColumnType.DATE, true)),
                List.of(new GroupModel(
                        "facts",
                        Optional.empty(),
                        List.of("item"),
                        List.of(
                                new Column("item", ColumnType.STRING, true),
                                new Column("number", ColumnType.DECIMAL, false),
                                new Column("text", ColumnType.STRING, false)))));
        return new Writer() {
            @Override
            public InputModel input() {
                return input;
            }

            @Override
            public Outcome write(ReportInput report, FileOpener files, Findings findings) throws IOException {
                return new InstanceWriter(taxonomy, report, findings).write(files);
            }
        };
    }

    private static Taxonomy taxonomy(FormatSpec spec) {
        JsonNode options = spec.options();
        Map<String, Taxonomy.Kind> items = new HashMap<>();
        for (Taxonomy.Kind kind : Taxonomy.Kind.values()) {
            String codes = spec.layout()
                    .path(kind.name().toLowerCase(java.util.Locale.ROOT))
                    .asText("");
            for (String code : codes.isBlank() ? new String[0] : codes.trim().split("\\s+")) {
                items.put(code, kind);
            }
        }
        if (items.isEmpty()) {
            throw new SpecException("the layout lists no items");
        }
        return new Taxonomy(
                options.path("prefix").asText("cc"),
                options.path("namespace").asText(),
                options.path("schema").asText(),
                options.path("scheme").asText(),
                options.path("duration").asText("RIAD"),
                spec.naming(),
                items);
    }
}
