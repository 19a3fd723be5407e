package io.daybreak.report.xbrlcsv;

import io.daybreak.report.check.Findings;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.FileOpener;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.LayoutCompiler;
import io.daybreak.report.layout.LayoutWalker;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;

/**
 * Report packages whose tables are wide, as the register of information of DORA: one group of records a table, one column a field.
 *
 * <p>Every outermost container is a table: {@code $file} in the package, {@code $indicator} of its template, its leaves the columns in order. A
 * table without records is left out and its indicator is negative. Option {@code module} is the published address the report extends,
 * {@code decimals} the accuracy of money.
 */
public final class TablePackageEngine implements Engine {

    /** For the catalogue. */
    public TablePackageEngine() {}

    @Override
    public String name() {
        return "xbrl-csv-tables";
    }

    @Override
    public Writer compile(FormatSpec spec) {
        Layout layout = LayoutCompiler.compile(spec, Dialect.plain());
        String entryPoint = spec.options().path("module").asText();
        int decimals = spec.options().path("decimals").asInt(-4);
        return new Writer() {
            @Override
            public InputModel input() {
                return layout.input();
            }

            @Override
            public Outcome write(ReportInput report, FileOpener files, Findings findings) throws IOException {
                PackageHeader header = PackageHeader.of(report, findings);
                LayoutWalker walker = new LayoutWalker(layout, report, findings);
                String name = walker.beginFile();
                String folder = name.substring(0, name.length() - ".zip".length());
                try (DeferredOutput out = new DeferredOutput(files.open(name))) {
                    walker.write(new TablePackageEmitter(out, folder, header, layout, entryPoint, decimals));
                }
                walker.finish();
                return new Outcome(walker.records(), walker.totals());
            }
        };
    }
}
