package io.daybreak.jobs.night;

import io.daybreak.jobs.capital.CapitalStage;
import io.daybreak.jobs.credit.CreditStage;
import io.daybreak.jobs.intake.IntakeStage;
import io.daybreak.jobs.prepare.PrepareStage;
import io.daybreak.jobs.risk.RiskStage;
import io.daybreak.jobs.stage.Stage;
import java.util.List;

/** The stages of Daybreak's night. */
public final class Night {

    /** Declared once; run here, sent to a cluster, or rendered as steps of a cluster. */
    public static NightGraph graph() {
        List<Stage> stages = List.of(
                new IntakeStage(),
                new PrepareStage(),
                new RiskStage(),
                new CreditStage(),
                new CapitalStage());
        return new NightGraph(stages);
    }

    private Night() {}
}
