package io.daybreak.report.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mt940Test {

    @TempDir
    Path directory;

    @Test
    void prowide_reads_back_what_the_cells_said() throws IOException {
        ReportFormat format = ReportCatalog.load().format("swift.mt940");

        RenderResult result = format.render(format.sample(), directory);

        String file = Files.readString(result.files().get(0).path());
        String[] messages = file.split("(?<=-})\n");
        assertThat(messages).hasSize(2);
        MT940 statement = MT940.parse(messages[0]);
        assertThat(statement.getSwiftMessage().getUnparsedTexts().size()).isZero();
        assertThat(statement.getSender()).isEqualTo("SMPLDEFFAXXX");
        assertThat(statement.getField20().getValue()).isEqualTo("SMPL26093001");
        assertThat(statement.getField25().getAccount()).isEqualTo("DE89370400440532013000");
        assertThat(statement.getField28C().getStatementNumber()).isEqualTo("1");
        assertThat(statement.getField60F().getAmountAsBigDecimal()).isEqualByComparingTo("10000");
        assertThat(statement.getField61()).hasSize(2);
        Field61 first = statement.getField61().get(0);
        assertThat(first.getValueDate()).isEqualTo("260930");
        assertThat(first.getAmountAsBigDecimal()).isEqualByComparingTo("1000");
        assertThat(first.getReferenceForTheAccountOwner()).isEqualTo("SAMPLE0001");
        assertThat(first.getReferenceOfTheAccountServicingInstitution()).isEqualTo("SMPLB0001");
        BigDecimal closing = statement.getField62F().getAmountAsBigDecimal();
        assertThat(closing).isEqualByComparingTo("10749.50");
        assertThat(result.totals().get("net")).isEqualByComparingTo("1499.00");
    }
}
