package io.daybreak.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.jobs.reports.FilledFormats;
import io.daybreak.report.catalog.FormatsDocument;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.catalog.SampleReader;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.input.Column;
import io.daybreak.report.input.GroupModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.output.RenderedFile;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybreak reports}: the formats there are, what each reads, a report rendered by hand, a file checked, a night released. */
@Command(
        name = "reports",
        description = "List, show, render and check regulatory formats; approve and release a night's reports.",
        subcommands = {
            ReportsCommand.ListFormats.class,
            ReportsCommand.Show.class,
            ReportsCommand.Render.class,
            ReportsCommand.Check.class,
            ReleaseCommands.Status.class,
            ReleaseCommands.Approve.class,
            ReleaseCommands.ReleaseApproved.class
        },
        mixinStandardHelpOptions = true)
public final class ReportsCommand implements Callable<Integer> {

    private static final int GOOD = 0;
    private static final int USAGE = 2;
    private static final int FINDINGS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    /** For picocli. */
    public ReportsCommand() {}

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return USAGE;
    }

    private static PrintWriter out(@Nullable CommandSpec spec) {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static PrintWriter err(@Nullable CommandSpec spec) {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }

    private static void print(PrintWriter out, List<Finding> findings) {
        findings.forEach(finding -> out.println("  " + finding));
    }

    /** {@code reports list}. */
    @Command(name = "list", description = "All formats.", mixinStandardHelpOptions = true)
    static final class ListFormats implements Callable<Integer> {
        @Option(names = "--json", description = "An array of objects instead of a table.")
        private boolean json;

        @Option(names = "--markdown", description = "The page kept as docs/formats.md.")
        private boolean markdown;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            ReportCatalog catalog = ReportCatalog.load();
            FilledFormats filled = FilledFormats.load();
            if (markdown) {
                out(spec).print(FormatsDocument.markdown(catalog, filled::contains));
                out(spec).flush();
                return GOOD;
            }
            if (json) {
                ArrayNode formats = JSON.createArrayNode();
                catalog.formats()
                        .forEach(format -> describe(format, formats.addObject())
                                .put("filled_from_night", filled.contains(format.id())));
                out(spec).println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(formats));
                return GOOD;
            }
            out(spec).printf("%-34s %-9s %-3s %-4s %-5s %s%n", "ID", "ENGINE", "DIR", "TIER", "NIGHT", "TITLE");
            for (ReportFormat format : catalog.formats()) {
                FormatSpec declared = format.spec();
                out(spec)
                        .printf(
                                "%-34s %-9s %-3s %-4s %-5s %s%n",
                                declared.id(),
                                declared.engine(),
                                direction(declared),
                                declared.oracle().tier(),
                                filled.contains(declared.id()) ? "yes" : "",
                                declared.title());
            }
            long units = catalog.formats().stream()
                    .filter(format -> format.spec().direction() == FormatSpec.Direction.OUT)
                    .map(format -> format.spec().unit())
                    .distinct()
                    .count();
            out(spec)
                    .printf(
                            "%d formats, %d outbound submission units, %d formats filled from the night%n",
                            catalog.formats().size(),
                            units,
                            catalog.formats().stream()
                                    .filter(format -> filled.contains(format.id()))
                                    .count());
            return GOOD;
        }

        private static ObjectNode describe(ReportFormat format, ObjectNode node) {
            FormatSpec declared = format.spec();
            return node.put("id", declared.id())
                    .put("title", declared.title())
                    .put("authority", declared.authority())
                    .put("jurisdiction", declared.jurisdiction())
                    .put("version", declared.version())
                    .put("valid_from", declared.validity().from().toString())
                    .put("engine", declared.engine())
                    .put("direction", direction(declared))
                    .put("unit", declared.unit())
                    .put("tier", declared.oracle().tier())
                    .put(
                            "oracle",
                            declared.oracle().file().isEmpty()
                                    ? declared.oracle().schema()
                                    : declared.oracle().file() + " ("
                                            + declared.oracle().schema() + ")");
        }

        private static String direction(FormatSpec declared) {
            return declared.direction().name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code reports show ID}. */
    @Command(
            name = "show",
            description = "One format: where it comes from and what it reads.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID", description = "The format's id.")
        private String id = "";

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Optional<ReportFormat> found = find(ReportCatalog.load(), id, spec);
            if (found.isEmpty()) {
                return USAGE;
            }
            ReportFormat format = found.get();
            FormatSpec declared = format.spec();
            PrintWriter out = out(spec);
            out.println(declared.id() + "  " + declared.title());
            out.println("  authority   " + declared.authority() + " (" + declared.jurisdiction() + ")");
            out.println("  version     " + declared.version() + ", valid from "
                    + declared.validity().from()
                    + declared.validity().to().map(end -> " to " + end).orElse(""));
            out.println("  engine      " + declared.engine());
            out.println("  proven by   tier " + declared.oracle().tier() + ": "
                    + declared.oracle().schema() + " " + declared.oracle().file());
            out.println("  learnt from " + declared.provenance().source() + ", "
                    + declared.provenance().date());
            out.println("  file name   " + declared.naming());
            FilledFormats filled = FilledFormats.load();
            out.println("  the night   "
                    + (filled.contains(id) ? "fills it" : filled.whyNot(id).orElse("does not fill it")));
            out.println("  header      " + columns(format.input().header()));
            for (GroupModel group : format.input().groups()) {
                out.println("  " + group.name()
                        + group.parent().map(parent -> " (in " + parent + ")").orElse("") + ", key " + group.key());
                out.println("      " + columns(group.columns()));
            }
            return GOOD;
        }

        private static String columns(List<Column> columns) {
            return columns.stream()
                    .map(column -> column.name() + " " + column.type() + (column.required() ? " NOT NULL" : ""))
                    .collect(Collectors.joining(", "));
        }
    }

    private static Optional<ReportFormat> find(ReportCatalog catalog, String id, @Nullable CommandSpec spec) {
        try {
            return Optional.of(catalog.format(id));
        } catch (IllegalArgumentException e) {
            err(spec).println(e.getMessage());
            return Optional.empty();
        }
    }

    /** {@code reports render ID}. */
    @Command(name = "render", description = "Write one report.", mixinStandardHelpOptions = true)
    static final class Render implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID", description = "The format's id.")
        private String id = "";

        @ArgGroup(multiplicity = "1")
        private @Nullable Source source;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files appear.")
        private @Nullable Path directory;

        @Spec
        private @Nullable CommandSpec spec;

        static final class Source {
            @Option(names = "--input", paramLabel = "FILE", description = "Cells as YAML or JSON: header and groups.")
            private @Nullable Path input;

            @Option(names = "--sample", description = "The format's constructed sample.")
            private boolean sample;
        }

        @Override
        public Integer call() throws IOException {
            Optional<ReportFormat> found = find(ReportCatalog.load(), id, spec);
            if (found.isEmpty() || source == null || directory == null) {
                return USAGE;
            }
            ReportFormat format = found.get();
            ReportInput cells;
            try {
                cells = cells(format, source);
            } catch (IllegalArgumentException e) {
                err(spec).println(e.getMessage());
                return USAGE;
            }
            RenderResult result = format.render(cells, directory);
            PrintWriter out = out(spec);
            out.printf("%s %s: %d records %s%n", result.format(), result.status(), result.records(), result.totals());
            for (RenderedFile file : result.files()) {
                out.printf("  %s  %d bytes  sha256 %s%n", file.path(), file.bytes(), file.sha256());
            }
            print(out, result.findings());
            if (result.errors() > 0) {
                err(spec)
                        .printf(
                                "%s held: %d findings; correct the cells named above and render again%n",
                                id, result.errors());
                return FINDINGS;
            }
            return GOOD;
        }

        private static ReportInput cells(ReportFormat format, Source source) throws IOException {
            Path input = source.input;
            return input == null
                    ? format.sample()
                    : new SampleReader(input.toString(), () -> Files.newInputStream(input)).read(format.input());
        }
    }

    /** {@code reports check FILE}. */
    @Command(name = "check", description = "Check a file against its format.", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
        private @Nullable Path file;

        @Option(names = "--format", paramLabel = "ID", description = "Its format, where the name does not tell.")
        private @Nullable String id;

        @Option(names = "--schemas", paramLabel = "DIR", description = "Folder of the official schemas.")
        private @Nullable Path schemas;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (file == null || !Files.isRegularFile(file)) {
                err(spec).println("no file '" + file + "'");
                return USAGE;
            }
            ReportCatalog catalog = ReportCatalog.load();
            Optional<ReportFormat> format = id == null ? recognised(catalog, file) : find(catalog, id, spec);
            if (format.isEmpty()) {
                err(spec)
                        .println("the name of '" + file.getFileName() + "' is of no one format; name it with --format");
                return USAGE;
            }
            Findings findings = format.get().check(file, Optional.ofNullable(schemas));
            PrintWriter out = out(spec);
            out.printf("%s as %s: %d findings%n", file, format.get().id(), findings.errors() + findings.warnings());
            print(out, findings.kept());
            return findings.errors() > 0 ? FINDINGS : GOOD;
        }

        private static Optional<ReportFormat> recognised(ReportCatalog catalog, Path file) {
            List<ReportFormat> matching = catalog.matching(file.getFileName().toString());
            return matching.isEmpty() ? Optional.empty() : Optional.of(matching.get(0));
        }
    }
}
