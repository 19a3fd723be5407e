package io.daybreak.report.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.spec.FormatSpec;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ISO 20022 messages through Prowide's independently generated classes. They drop what they do not know and do not validate, so a message is
 * parsed, written again by them, and must come back element by element and value by value. Needs no official schema.
 */
class ProwideRoundTripTest {

    @TempDir
    Path directory;

    static Stream<ReportFormat> messages() {
        return ReportCatalog.load().formats().stream()
                .filter(format -> format.spec().engine().equals("xml"))
                .filter(format -> format.spec().direction() == FormatSpec.Direction.OUT)
                .filter(format -> format.id().matches("(auth|camt|pacs|pain)\\.\\d{3}\\.\\d{3}\\.\\d{2}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void nothing_is_lost_on_the_way_through_prowide(ReportFormat format) throws IOException, XMLStreamException {
        RenderResult result = format.render(format.sample(), directory);
        String ours = Files.readString(result.files().get(0).path());

        AbstractMX parsed = AbstractMX.parse(ours);
        Assumptions.assumeTrue(parsed != null, () -> "Prowide has no class for " + format.id());

        assertThat(parsed.getMxId().id()).isEqualTo(format.id());
        assertThat(events(parsed.document())).isEqualTo(events(ours));
    }

    /** Elements, attributes and values in order; numbers and times by what they say, not by how they are spelt. */
    private static List<String> events(String xml) throws XMLStreamException {
        List<String> events = new ArrayList<>();
        XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    events.add("<" + reader.getLocalName());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        events.add("@" + reader.getAttributeLocalName(i) + "=" + reader.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    events.add(canonical(text.toString().strip()));
                    events.add(">" + reader.getLocalName());
                    text.setLength(0);
                }
                default -> {
                    // Declarations and comments carry nothing.
                }
            }
        }
        events.removeIf(String::isEmpty);
        return events;
    }

    private static String canonical(String text) {
        if (text.matches("-?\\d{1,30}(\\.\\d+)?")) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        // Prowide writes UTC as an offset and fractions of a second to the nanosecond.
        return text.matches("(\\d{4}-\\d{2}-\\d{2}T)?\\d{2}:\\d{2}:\\d{2}.*")
                ? text.replaceAll("Z$|\\+00:00$", "")
                        .replaceAll("(\\.\\d*?)0+$", "$1")
                        .replaceAll("\\.$", "")
                : text;
    }
}
