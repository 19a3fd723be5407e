package io.daybreak.emr.command;

import io.daybreak.emr.calendar.BusinessCalendar;
import io.daybreak.emr.data.DataFile;
import io.daybreak.emr.forecast.DayVolume;
import io.daybreak.emr.forecast.VolumeForecast;
import io.daybreak.emr.forecast.VolumeModel;
import io.daybreak.emr.night.ExitCode;
import io.daybreak.emr.night.Refusal;
import io.daybreak.emr.night.StageGraph;
import io.daybreak.emr.plan.FleetProfile;
import io.daybreak.emr.plan.Limits;
import io.daybreak.emr.plan.MarketMix;
import io.daybreak.emr.price.PriceBook;
import io.daybreak.emr.workload.Coefficients;
import io.daybreak.emr.workload.NightDemand;
import io.daybreak.emr.workload.Workload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what the night is, what it may use and what it has to reach. */
final class WorkloadOptions {
    @Option(names = "--rows", paramLabel = "N", description = "transactions of the day (default: ${DEFAULT-VALUE})")
    long rows = Workload.BRIEF_DAY.rows();

    @Option(
            names = "--bytes",
            paramLabel = "SIZE",
            description = "landed bytes of the day, as 2TB or 500GiB (default: ${DEFAULT-VALUE})")
    String bytes = "2TB";

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "past volumes as date,rows,bytes; plans for the upper end of the forecast")
    @Nullable Path history;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "with --history: the day to forecast (default: the next business day)")
    @Nullable LocalDate date;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            description = "business days: weekdays, fed or t2 (default: ${DEFAULT-VALUE})")
    String calendar = "weekdays";

    @Option(
            names = "--deadline",
            paramLabel = "HH:MM",
            description = "publication deadline (default: ${DEFAULT-VALUE})")
    String deadline = "06:00";

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: ${DEFAULT-VALUE})")
    String region = "us-east-1";

    @Option(names = "--prices", paramLabel = "FILE", description = "price book to use instead of the shipped one")
    @Nullable Path prices;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "graph file written by './daybreak stages --json' (default: the built-in one)")
    @Nullable Path graph;

    @Option(
            names = "--coefficients",
            paramLabel = "FILE",
            description = "measured coefficients to use instead of the shipped ones")
    @Nullable Path coefficients;

    @Option(
            names = "--s3-share",
            paramLabel = "X",
            description = "share of the network baseline that S3 traffic reaches, 0 to 1")
    @Nullable Double s3Share;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "fleet profile: brief, nvme or graviton (default: all)")
    @Nullable String profile;

    @Option(
            names = "--mix",
            paramLabel = "NAME",
            description = "market mix: on-demand, spot-task, spot-brief or spot-most (default: all)")
    @Nullable String mix;

    @Option(
            names = "--core-min",
            paramLabel = "N",
            description = "fewest core nodes (default: ${DEFAULT-VALUE}, the brief's)")
    int coreMin = Limits.BRIEF.coreMin();

    @Option(names = "--core-max", paramLabel = "N", description = "most core nodes (default: ${DEFAULT-VALUE})")
    int coreMax = Limits.BRIEF.coreMax();

    @Option(names = "--task-max", paramLabel = "N", description = "most task nodes (default: ${DEFAULT-VALUE})")
    int taskMax = Limits.BRIEF.taskMax();

    @Option(
            names = "--strict-windows",
            description = "stages wait for the brief's windows 00-02, 02-05, 05-06 instead of using them as priorities")
    boolean strictWindows;

    @Option(names = "--ha", description = "three primary nodes instead of one")
    boolean highlyAvailable;

    @Option(
            names = "--concurrent-jobs",
            paramLabel = "N",
            description = "Flink applications side by side (default: ${DEFAULT-VALUE})")
    int concurrentJobs = Limits.BRIEF.concurrentJobs();

    NightDemand demand() {
        return NightDemand.of(stages(), coefficients(), workload());
    }

    /** The day asked for; with past volumes, the upper end of what they predict for the date. */
    Workload workload() {
        if (history == null) {
            return new Workload(rows, Workload.parseBytes(bytes));
        }
        VolumeForecast forecast = forecast(history);
        return new Workload(forecast.rowsHigh(), forecast.bytesHigh());
    }

    /** The forecast behind the workload, when there are past volumes. */
    Optional<VolumeForecast> forecast() {
        return history == null ? Optional.empty() : Optional.of(forecast(history));
    }

    private VolumeForecast forecast(Path file) {
        BusinessCalendar businessDays = BusinessCalendar.named(calendar);
        List<DayVolume> days = DayVolume.read(file);
        VolumeModel model = VolumeModel.learn(days, businessDays);
        LocalDate last =
                days.stream().map(DayVolume::date).max(LocalDate::compareTo).orElseThrow();
        return model.forecast(date == null ? businessDays.next(last) : date);
    }

    StageGraph stages() {
        return graph == null
                ? DataFile.shipped("night-graph.json", StageGraph.class)
                : DataFile.at(graph, StageGraph.class);
    }

    Coefficients coefficients() {
        Coefficients found = coefficients == null ? Coefficients.shipped() : Coefficients.at(coefficients);
        return s3Share == null ? found : found.withNetworkShareForS3(s3Share);
    }

    PriceBook priceBook() {
        return prices == null ? PriceBook.shipped(region) : PriceBook.at(prices);
    }

    Limits limits() {
        Limits brief = Limits.BRIEF;
        int seconds = deadlineSeconds();
        return new Limits(
                coreMin,
                coreMax,
                taskMax,
                seconds,
                Math.min(brief.reserveSeconds(), seconds / 6),
                brief.longestSeconds(),
                strictWindows,
                highlyAvailable,
                concurrentJobs);
    }

    List<FleetProfile> profiles() {
        return profile == null ? FleetProfile.shipped() : List.of(FleetProfile.named(profile));
    }

    List<MarketMix> mixes() {
        return mix == null ? List.of(MarketMix.values()) : List.of(MarketMix.fromText(mix));
    }

    private int deadlineSeconds() {
        try {
            return LocalTime.parse(deadline).toSecondOfDay();
        } catch (DateTimeParseException e) {
            throw new Refusal(ExitCode.USAGE, "deadline '" + deadline + "' is not a time of day as 06:00", e);
        }
    }
}
