package io.daybreak.report.xbrlcsv;

import io.daybreak.report.check.Findings;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.FileOpener;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.ColumnType;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * xBRL-CSV report packages under the EBA filing rules.
 *
 * <p>Reads one group, {@code facts}: {@code table_file} (the table's file name without {@code .csv}), {@code datapoint}, {@code number} or
 * {@code text}, {@code unit} where the table wants one, and a column per open key of the module. Facts of one table come together and, in tables
 * with open keys, in order of data point and keys. A template is reported if it has facts; every template gets its filing indicator.
 */
public final class XbrlCsvEngine implements Engine {

    /** For the catalogue. */
    public XbrlCsvEngine() {}

    @Override
    public String name() {
        return "xbrl-csv";
    }

    @Override
    public Writer compile(FormatSpec spec) {
        Module module = Module.of(spec);
        InputModel input = input(module);
        return new Writer() {
            @Override
            public InputModel input() {
                return input;
            }

            @Override
            public Outcome write(ReportInput report, FileOpener files, Findings findings) throws IOException {
                return new PackageWriter(module, input, report, findings).write(files);
            }
        };
    }

    private static InputModel input(Module module) {
        List<Column> header = List.of(
                new Column("entity_lei", ColumnType.STRING, true),
                new Column("scope", ColumnType.STRING, true),
                new Column("country", ColumnType.STRING, true),
                new Column("reference_date", ColumnType.DATE, true),
                new Column("base_currency", ColumnType.STRING, true),
                new Column("created_at", ColumnType.TIMESTAMP, true));
        List<Column> facts = new ArrayList<>(List.of(
                new Column("table_file", ColumnType.STRING, true),
                new Column("datapoint", ColumnType.STRING, true),
                new Column("number", ColumnType.DECIMAL, false),
                new Column("text", ColumnType.STRING, false),
                new Column("unit", ColumnType.STRING, false)));
        module.keys().forEach(key -> facts.add(new Column(keyColumn(key), ColumnType.STRING, false)));
        return new InputModel(
                header, List.of(new GroupModel("facts", Optional.empty(), List.of("table_file", "datapoint"), facts)));
    }

    /** The column of an open key: its code in lower case after {@code key_}. */
    static String keyColumn(String key) {
        return "key_" + key.toLowerCase(Locale.ROOT);
    }
}
