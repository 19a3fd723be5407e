package io.daybreak.report.engine;

import io.daybreak.report.check.Findings;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.LayoutCompiler;
import io.daybreak.report.layout.LayoutWalker;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An engine that walks a layout and differs from its sisters only in how it spells. */
public final class LayoutEngine implements Engine {

    /** Spells one file. */
    @FunctionalInterface
    public interface Spelling {
        /** An emitter into a file. */
        Emitter emitter(DeferredOutput out) throws IOException;
    }

    private final String name;
    private final Function<FormatSpec, Dialect> dialect;
    private final BiFunction<FormatSpec, Layout, Spelling> spelling;

    /**
     * An engine.
     *
     * @param name what specifications call it
     * @param dialect what it adds to the reading of layouts
     * @param spelling how it writes a format's layout; what can be spelt beforehand is
     */
    public LayoutEngine(
            String name, Function<FormatSpec, Dialect> dialect, BiFunction<FormatSpec, Layout, Spelling> spelling) {
        this.name = name;
        this.dialect = dialect;
        this.spelling = spelling;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Writer compile(FormatSpec spec) {
        Layout layout = LayoutCompiler.compile(spec, dialect.apply(spec));
        return writer(layout, spelling.apply(spec, layout));
    }

    /** A writer of a compiled layout in a spelling. */
    public static Writer writer(Layout layout, Spelling spelling) {
        return new Writer() {
            @Override
            public InputModel input() {
                return layout.input();
            }

            @Override
            public Outcome write(ReportInput input, FileOpener files, Findings findings) throws IOException {
                LayoutWalker walker = new LayoutWalker(layout, input, findings);
                do {
                    try (DeferredOutput out = new DeferredOutput(files.open(walker.beginFile()))) {
                        walker.write(spelling.emitter(out));
                    }
                } while (walker.hasMore());
                walker.finish();
                return new Outcome(walker.records(), walker.totals());
            }
        };
    }
}
