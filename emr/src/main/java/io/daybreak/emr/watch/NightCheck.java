package io.daybreak.emr.watch;

import io.daybreak.emr.night.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The eight alarms as checks at the end of a night, for banks and machines without CloudWatch. */
public final class NightCheck {
    private NightCheck() {}

    /**
     * One alarm that sounded.
     *
     * @param value what the night measured
     */
    public record Finding(Alarm alarm, double value) {}

    /**
     * What the checks found.
     *
     * @param findings alarms that sounded, critical first
     * @param missing alarms whose metric was not measured
     */
    public record Result(List<Finding> findings, List<Alarm> missing) {

        public Result {
            findings = List.copyOf(findings);
            missing = List.copyOf(missing);
        }

        /** The code of the first critical finding; good when there is none. */
        public ExitCode exitCode() {
            for (Finding finding : findings) {
                if (finding.alarm().severity() == Alarm.Severity.CRITICAL) {
                    return finding.alarm().exitCode();
                }
            }
            return ExitCode.GOOD;
        }
    }

    /** Checks what a night measured. */
    public static Result check(Map<Metric, Double> measured) {
        List<Finding> findings = new ArrayList<>();
        List<Alarm> missing = new ArrayList<>();
        for (Alarm alarm : Alarm.values()) {
            Double value = measured.get(alarm.metric());
            if (value == null) {
                missing.add(alarm);
            } else if (alarm.sounds(value)) {
                findings.add(new Finding(alarm, value));
            }
        }
        return new Result(findings, missing);
    }
}
