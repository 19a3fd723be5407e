package io.daybreak.jobs.cli;

import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.NightLock;
import io.daybreak.jobs.reports.Releases;
import io.daybreak.jobs.stage.ExitCode;
import io.daybreak.jobs.stage.NightFailure;
import io.daybreak.report.release.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybreak reports status|approve|release}: the night's reports on their way out. */
final class ReleaseCommands {

    /** Which reports. */
    static final class Day {
        @Option(names = "--date", required = true, paramLabel = "YYYY-MM-DD", description = "Business date.")
        LocalDate date = LocalDate.EPOCH;

        @Option(
                names = "--lake",
                paramLabel = "LAKE",
                defaultValue = "lake",
                converter = LakeOptions.Address.class,
                description = "The lake: a folder or s3://BUCKET/PREFIX. Default: ${DEFAULT-VALUE}.")
        Path lake = Path.of("lake");

        @Mixin
        LakeOptions lakes = new LakeOptions();

        Lake lake() throws IOException {
            return lakes.open(lake);
        }

        Releases releases() throws Exception {
            return Releases.of(lake(), date);
        }
    }

    private static String standing(Releases.Line line) {
        return line.release()
                .map(release -> release.state().name().toLowerCase(Locale.ROOT)
                        + (release.purpose() == Release.Purpose.ORIGINAL ? "" : " correction")
                        + ", maker " + release.maker().person()
                        + release.checker()
                                .map(checker -> ", checker " + checker.person())
                                .orElse(""))
                .orElse(line.findings().isEmpty() ? "-" : line.findings().get(0));
    }

    private static void print(PrintWriter out, Releases.Line line) {
        out.printf("%-30s %-14s %9d  %s%n", line.id(), line.state(), line.records(), standing(line));
    }

    /** {@code reports status}. */
    @Command(
            name = "status",
            description = "The reports of a night: valid or held, and how far each is on its way out.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {
        @Mixin
        Day day = new Day();

        @Option(names = "--all", description = "Also the formats that had no business that day.")
        boolean all;

        @Spec
        @Nullable CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.printf("%-30s %-14s %9s  %s%n", "REPORT", "STATE", "RECORDS", "RELEASE");
            for (Releases.Line line : day.releases().lines()) {
                if (all || !line.state().equals("NOT_APPLICABLE")) {
                    print(out, line);
                }
            }
            return ExitCode.GOOD.code();
        }
    }

    /** {@code reports approve ID}. */
    @Command(
            name = "approve",
            description = {
                "Approves a report of a night, bound to what its files hold. The maker, who is the setting reportMaker of the",
                "night, cannot approve."
            },
            mixinStandardHelpOptions = true)
    static final class Approve implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ID", description = "The report's format.")
        String id = "";

        @Mixin
        Day day = new Day();

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approves.")
        String by = "";

        @Spec
        @Nullable CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            if (by.isBlank()) {
                throw new NightFailure(ExitCode.USAGE, "--by is blank", "-", 0, "name the person who approves");
            }
            try (NightLock lock = NightLock.acquire(day.lake())) {
                print(
                        Objects.requireNonNull(spec).commandLine().getOut(),
                        day.releases().approve(id, new Release.Signature(by.strip(), Instant.now())));
            }
            return ExitCode.GOOD.code();
        }
    }

    /** {@code reports release [ID]}. */
    @Command(
            name = "release",
            description = "Puts the files of approved reports into outbox/date=D of the lake.",
            mixinStandardHelpOptions = true)
    static final class ReleaseApproved implements Callable<Integer> {
        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "ID",
                description = "The report's format. Default: every valid report.")
        String id = "";

        @Mixin
        Day day = new Day();

        @Spec
        @Nullable CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            int waiting = 0;
            NightFailure first = null;
            try (NightLock lock = NightLock.acquire(day.lake())) {
                Releases releases = day.releases();
                for (String each : asked(releases)) {
                    try {
                        print(out, releases.release(each));
                    } catch (NightFailure refused) {
                        if (refused.exitCode() != ExitCode.APPROVAL_MISSING) {
                            throw refused;
                        }
                        waiting++;
                        first = first == null ? refused : first;
                        print(out, releases.line(each));
                    }
                }
            }
            if (first != null) {
                throw new NightFailure(
                        ExitCode.APPROVAL_MISSING,
                        waiting + " report(s) stay in the house; the first: " + first.what(),
                        first.file(),
                        waiting,
                        first.next());
            }
            return ExitCode.GOOD.code();
        }

        private List<String> asked(Releases releases) throws Exception {
            return !id.isEmpty()
                    ? List.of(id)
                    : releases.lines().stream()
                            .filter(line -> line.release().isPresent())
                            .map(Releases.Line::id)
                            .toList();
        }
    }

    private ReleaseCommands() {}
}
