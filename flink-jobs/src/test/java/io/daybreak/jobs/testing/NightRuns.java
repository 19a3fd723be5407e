package io.daybreak.jobs.testing;

import io.daybreak.jobs.engine.Cluster;
import io.daybreak.jobs.lake.Lake;
import io.daybreak.jobs.night.Night;
import io.daybreak.jobs.night.NightRequest;
import io.daybreak.jobs.night.NightRunner;
import io.daybreak.jobs.night.SilentListener;
import io.daybreak.jobs.run.RunManifest;
import io.daybreak.jobs.run.StageRecord;
import io.daybreak.jobs.stage.NightSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nights of a test, and what they published. */
public final class NightRuns {

    private static final int FEW_SCENARIOS = 1_000;

    /** A bank of its own with few Monte Carlo scenarios; otherwise what a night runs with when nothing is set. */
    public static NightSettings settings(String name, String country, String currency) {
        NightSettings defaults = NightSettings.DEFAULTS;
        return new NightSettings(
                name,
                defaults.institutionLei(),
                country,
                defaults.institutionBic(),
                defaults.reportMaker(),
                defaults.fincenTin(),
                defaults.fincenTransmitterCode(),
                defaults.rssdId(),
                currency,
                defaults.latePostingDays(),
                defaults.valueDateToleranceDays(),
                defaults.rejectedShareHold(),
                FEW_SCENARIOS,
                defaults.monteCarloSeed(),
                defaults.historicalDays(),
                defaults.backtestDays(),
                defaults.varLimit(),
                defaults.alertEvidence(),
                defaults.columnarPrepare(),
                defaults.columnarFilters());
    }

    /** The sample bank with few Monte Carlo scenarios. */
    public static NightSettings settings() {
        NightSettings defaults = NightSettings.DEFAULTS;
        return settings(defaults.institutionName(), defaults.institutionCountry(), defaults.baseCurrency());
    }

    /** Runs a night without an insights database; all stages if none is named. */
    public static RunManifest run(Cluster cluster, Lake lake, LocalDate date, NightSettings settings, String... stages)
            throws Exception {
        return run(cluster, 1, lake, date, settings, stages);
    }

    /** The same with several stages at once. */
    public static RunManifest run(
            Cluster cluster, int atOnce, Lake lake, LocalDate date, NightSettings settings, String... stages)
            throws Exception {
        return new NightRunner(Night.graph(), cluster, new SilentListener(), System::nanoTime, Map.of(), atOnce)
                .run(new NightRequest(date, lake, List.of(stages), "", false, "", settings));
    }

    /** Rows and content hash of every table a run published. */
    public static Map<String, String> contents(RunManifest manifest) {
        Map<String, String> contents = new TreeMap<>();
        for (StageRecord stage : manifest.stages()) {
            stage.outputs().forEach(output -> contents.put(output.table(), output.rows() + " " + output.contentHash()));
        }
        return contents;
    }

    /** What every stage took, for the record of a long form. */
    public static String seconds(RunManifest manifest) {
        StringBuilder line = new StringBuilder();
        double all = 0;
        for (StageRecord stage : manifest.stages()) {
            line.append(String.format("%s %.1f, ", stage.stage(), stage.seconds()));
            all += stage.seconds();
        }
        return line.append(String.format("together %.1f s", all)).toString();
    }

    private NightRuns() {}
}
