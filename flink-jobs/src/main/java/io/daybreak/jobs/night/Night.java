package io.daybreak.jobs.night;

import io.daybreak.jobs.aml.AmlStage;
import io.daybreak.jobs.analytics.AnalyticsStage;
import io.daybreak.jobs.anomaly.AnomalyStage;
import io.daybreak.jobs.capital.CapitalStage;
import io.daybreak.jobs.credit.CreditStage;
import io.daybreak.jobs.intake.IntakeStage;
import io.daybreak.jobs.prepare.PrepareStage;
import io.daybreak.jobs.reconcile.ReconcileStage;
import io.daybreak.jobs.reports.ReportsStage;
import io.daybreak.jobs.risk.RiskStage;
import io.daybreak.jobs.stage.Stage;
import io.daybreak.jobs.surveillance.SurveillanceStage;
import java.util.ArrayList;
import java.util.List;

/** The stages of Daybreak's night. */
public final class Night {

    /** Declared once; run here, sent to a cluster, or rendered as steps of a cluster. */
    public static NightGraph graph() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new IntakeStage());
        stages.add(new PrepareStage());
        stages.add(new AnomalyStage());
        stages.add(new RiskStage());
        stages.add(new CreditStage());
        stages.add(new CapitalStage());
        stages.add(new AmlStage());
        stages.add(new SurveillanceStage());
        stages.add(new ReportsStage());
        stages.add(new AnalyticsStage());
        stages.add(new ReconcileStage(stages));
        return new NightGraph(stages);
    }

    private Night() {}
}
