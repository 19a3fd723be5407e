package io.daybreak.report.release;

/** The answer to a step of a release. */
public sealed interface Decision {

    /** The step is taken; the release as it stands after it. */
    record Granted(Release release) implements Decision {}

    /**
     * The step is not taken.
     *
     * @param reason what stands against it and what to do next
     */
    record Refused(String reason) implements Decision {}
}
