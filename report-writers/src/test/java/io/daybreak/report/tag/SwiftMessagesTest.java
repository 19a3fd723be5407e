package io.daybreak.report.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mt.AbstractMT;
import com.prowidesoftware.swift.model.mt.mt1xx.MT103;
import com.prowidesoftware.swift.model.mt.mt9xx.MT900;
import com.prowidesoftware.swift.model.mt.mt9xx.MT910;
import com.prowidesoftware.swift.model.mt.mt9xx.MT942;
import com.prowidesoftware.swift.model.mt.mt9xx.MT950;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwiftMessagesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"103", "900", "910", "940", "942", "950"})
    void prowide_reads_every_message_whole_and_writes_it_back_the_same(String type) throws IOException {
        String[] messages = messages(type);

        assertThat(messages).hasSize(2);
        for (String message : messages) {
            AbstractMT parsed = AbstractMT.parse(message);
            assertThat(parsed.getMessageType()).isEqualTo(type);
            assertThat(parsed.getSwiftMessage().getUnparsedTexts().size()).isZero();
            assertThat(parsed.message().strip()).isEqualTo(message.strip());
        }
    }

    @Test
    void amounts_parties_and_dates_come_back_as_the_cells_had_them() throws IOException {
        MT103 transfer = MT103.parse(messages("103")[0]);
        assertThat(transfer.getField32A().getAmountAsBigDecimal()).isEqualByComparingTo("1000.50");
        assertThat(transfer.getField50K().getAccount()).isEqualTo("DE89370400440532013000");
        assertThat(transfer.getField59().getAccount()).isEqualTo("GB29NWBK60161331926819");
        assertThat(transfer.getField77B().getValue()).isEqualTo("/ORDERRES/DE//SAMPLE");

        assertThat(MT900.parse(messages("900")[1]).getField32A().getAmountAsBigDecimal())
                .isEqualByComparingTo("2000.50");
        assertThat(MT910.parse(messages("910")[0]).getField52A().getIdentifierCode())
                .isEqualTo("SMPBFRPPXXX");
        assertThat(MT942.parse(messages("942")[0]).getField90D().getNumber()).isEqualTo("1");
        assertThat(MT950.parse(messages("950")[0]).getField61()).hasSize(2);
    }

    private String[] messages(String type) throws IOException {
        ReportFormat format = ReportCatalog.load().format("swift.mt" + type);
        RenderResult result = format.render(format.sample(), directory);
        assertThat(result.findings()).isEmpty();
        return Files.readString(result.files().get(0).path()).split("(?<=-})\n");
    }
}
