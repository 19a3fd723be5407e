package io.daybreak.report.catalog;

import io.daybreak.report.check.Findings;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.feedback.FeedbackReader;
import io.daybreak.report.input.InputModel;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.inspect.FileInspection;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A format ready for use: its specification, what it reads, and its writer. Thread-safe. */
public final class ReportFormat {

    private final String family;
    private final FormatSpec spec;
    private final Engine.Writer writer;
    private final SampleReader sample;

    ReportFormat(String family, FormatSpec spec, Engine.Writer writer, SampleReader sample) {
        this.family = family;
        this.spec = spec;
        this.writer = writer;
        this.sample = sample;
    }

    /** Its id. */
    public String id() {
        return spec.id();
    }

    /** The folder it is declared in. */
    public String family() {
        return family;
    }

    /** Its specification. */
    public FormatSpec spec() {
        return spec;
    }

    /** The header columns and record groups it reads: what a query for it has to deliver. */
    public InputModel input() {
        return writer.input();
    }

    /**
     * Its constructed sample; every organisation in it is made up.
     *
     * @throws IOException if the format comes without one
     */
    public ReportInput sample() throws IOException {
        return sample.read(input());
    }

    /**
     * Writes a report.
     *
     * <p>The report appears in the directory only if nothing is wrong with it: it is written aside, and held if there is a finding of severity
     * error. A file of the same name from an earlier run is replaced.
     *
     * @param input the report's cells, read once
     * @param directory where the files appear; made if absent
     * @throws IOException if the disk fails
     * @throws IllegalArgumentException if the input lacks a group's column, or the format is one that is only received
     */
    public RenderResult render(ReportInput input, Path directory) throws IOException {
        if (spec.direction() == FormatSpec.Direction.IN) {
            throw new IllegalArgumentException(
                    spec.id() + " is received from the authority, never written; read it with feedback()");
        }
        return renderAnyDirection(input, directory);
    }

    /** Writes feedback too: how a sample of it comes about. */
    RenderResult renderAnyDirection(ReportInput input, Path directory) throws IOException {
        return Rendering.render(spec, writer, input, directory);
    }

    /**
     * A reader of this feedback format.
     *
     * @throws IllegalStateException if the format is one the bank files
     */
    public FeedbackReader feedback() {
        if (spec.direction() == FormatSpec.Direction.OUT) {
            throw new IllegalStateException(spec.id() + " is filed by the bank, not received");
        }
        return new FeedbackReader(spec);
    }

    /**
     * Everything wrong with a file of this format.
     *
     * @param schemas the folder of official schemas; empty checks form only
     */
    public Findings check(Path file, Optional<Path> schemas) throws IOException {
        return FileInspection.inspect(spec, file, schemas);
    }

    @Override
    public String toString() {
        return id();
    }
}
