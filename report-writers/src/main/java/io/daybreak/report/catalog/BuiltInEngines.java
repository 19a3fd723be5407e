package io.daybreak.report.catalog;

import io.daybreak.report.delimited.DelimitedEngine;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.fixed.FixedWidthEngine;
import io.daybreak.report.json.JsonEngine;
import io.daybreak.report.sdmx.SdmxEngine;
import io.daybreak.report.tag.TagEngine;
import io.daybreak.report.xbrl.XbrlEngine;
import io.daybreak.report.xbrlcsv.TablePackageEngine;
import io.daybreak.report.xbrlcsv.XbrlCsvEngine;
import io.daybreak.report.xml.XmlEngine;
import java.util.List;

/** The physical engines of this jar. */
final class BuiltInEngines {

    private BuiltInEngines() {}

    static List<Engine> all() {
        return List.of(
                XmlEngine.create(),
                DelimitedEngine.create(),
                FixedWidthEngine.create(),
                TagEngine.tag(),
                TagEngine.fix(),
                JsonEngine.create(),
                new XbrlCsvEngine(),
                new TablePackageEngine(),
                new XbrlEngine(),
                new SdmxEngine());
    }
}
