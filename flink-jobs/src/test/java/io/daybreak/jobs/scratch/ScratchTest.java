package io.daybreak.jobs.scratch;

import io.daybreak.jobs.aml.AmlStage;
import io.daybreak.jobs.stage.*;
import io.daybreak.jobs.testing.*;
import java.nio.file.Path;
import java.util.*;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @Test
    void x(@TempDir Path root) throws Exception {
        LocalDate d = LocalDate.of(2026,3,2);
        StageHarness n = StageHarness.at(root, d);
        n.publish("enriched_transactions", List.of(
          Map.of("transaction_id","T1","account_id","A","customer_id","C","transaction_type","CREDIT","payment_method","CASH","amount","6000.00"),
          Map.of("transaction_id","T2","account_id","A","customer_id","C","transaction_type","CREDIT","payment_method","CASH","amount","6000.00")));
        AmlStage s = new AmlStage();
        for (int i = 0; i < 4; i++) System.out.println(n.run(s));
        StageContext c = new StageContext(s.spec(), d, NightSettings.DEFAULTS, n.lake(), n.catalog(), StageHarness.shared(), "", r -> {});
        System.out.println(StageContext.collect(c.session(), "SELECT count(*) FROM staged_aml_alerts"));
        System.out.println(StageContext.collect(c.session(), "SELECT * FROM staged_aml_alerts"));
        System.out.println(StageContext.collect(c.session(), "SELECT * FROM lake.night.aml_alerts"));
        System.out.println(c.session().explainSql("SELECT count(*) FROM staged_aml_alerts"));
        System.out.println(n.read("aml_alerts"));
    }
}
