package io.daybreak.report.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.DataDictionary;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.InvalidMessage;
import quickfix.Message;

class FixMessagesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"fix.trade-capture, AE", "fix.execution-report, 8"})
    void quickfix_validates_every_message_with_its_dictionary_and_checksum(String id, String type) throws Exception {
        DataDictionary dictionary = new DataDictionary("FIX44.xml");

        List<String> lines = lines(id);

        assertThat(lines).hasSize(2);
        for (String line : lines) {
            Message message = parse(line, dictionary);
            assertThat(message.getHeader().getString(35)).isEqualTo(type);
            assertThat(message.toString()).hasSameSizeAs(line);
        }
    }

    private static Message parse(String line, DataDictionary dictionary)
            throws InvalidMessage, IncorrectTagValue, IncorrectDataFormat, FieldNotFound {
        // With validation on, BodyLength and CheckSum have to be right.
        Message message = new Message(line, dictionary, true);
        dictionary.validate(message);
        return message;
    }

    private List<String> lines(String id) throws IOException {
        ReportFormat format = ReportCatalog.load().format(id);
        RenderResult result = format.render(format.sample(), directory);
        assertThat(result.findings()).isEmpty();
        return Files.readAllLines(result.files().get(0).path());
    }
}
