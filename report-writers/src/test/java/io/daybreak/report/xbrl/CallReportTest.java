package io.daybreak.report.xbrl;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.catalog.SampleReader;
import io.daybreak.report.oracle.SharedFolder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class CallReportTest {

    private static final Pattern FACT = Pattern.compile("<cc:(\\w+) contextRef=\"(C[ID])_[^\"]*\"");

    @TempDir
    Path directory;

    private final ReportFormat format = ReportCatalog.load().format("ffiec.041");

    @Test
    void the_instance_validates_against_xbrl_2_1_with_a_taxonomy_of_the_items_used() throws IOException, SAXException {
        Path schema = SharedFolder.require("xbrl21/xbrl-instance-2003-12-31.xsd");
        String instance = rendered();
        StringBuilder taxonomy = new StringBuilder("""
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
                    targetNamespace="http://www.ffiec.gov/xbrl/call/concepts" elementFormDefault="qualified">
                  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="xbrl-instance-2003-12-31.xsd"/>
                """);
        Matcher facts =
                Pattern.compile("<cc:(\\w+) [^>]*?(unitRef=\"(\\w)[^>]*)?>").matcher(instance);
        while (facts.find()) {
            String type = facts.group(2) == null ? "string" : facts.group(2).contains("USD") ? "monetary" : "pure";
            taxonomy.append(
                    "<xs:element name=\"%s\" type=\"xbrli:%sItemType\" substitutionGroup=\"xbrli:item\" xbrli:periodType=\"%s\"/>\n"
                            .formatted(
                                    facts.group(1), type, facts.group(1).startsWith("RIAD") ? "duration" : "instant"));
        }
        taxonomy.append("</xs:schema>");

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new Source[] {
                    new StreamSource(schema.toFile()),
                    new StreamSource(
                            new StringReader(taxonomy.toString()),
                            schema.resolveSibling("made-for-the-test.xsd")
                                    .toUri()
                                    .toString())
                })
                .newValidator()
                .validate(new StreamSource(new StringReader(instance)));
    }

    @Test
    void income_items_stand_in_the_year_to_date_and_every_item_is_of_the_data_manual() throws IOException {
        Path manual = SharedFolder.require("us-ffiec-call/MDRM_Dict_callreport.csv.gz");
        Set<String> items = new HashSet<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(manual)), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> items.add(line.substring(0, line.indexOf(','))));
        }

        Matcher facts = FACT.matcher(rendered());

        Set<String> contexts = new TreeSet<>();
        while (facts.find()) {
            assertThat(items).contains(facts.group(1));
            assertThat(facts.group(2)).isEqualTo(facts.group(1).startsWith("RIAD") ? "CD" : "CI");
            contexts.add(facts.group(2));
        }
        assertThat(contexts).containsExactly("CD", "CI");
    }

    @Test
    void an_unknown_item_a_repeated_one_and_a_day_within_the_quarter_hold_the_report() throws IOException {
        String cells = """
                header: {entity_id: "1234567", reporting_date: 2026-09-29}
                groups:
                  facts:
                    - {item: RCON9999XX, number: "1"}
                    - {item: RCON2170, number: "1"}
                    - {item: RCON2170, number: "2"}
                """;

        RenderResult result = format.render(
                new SampleReader("cells", () -> new ByteArrayInputStream(cells.getBytes(StandardCharsets.UTF_8)))
                        .read(format.input()),
                directory);

        assertThat(result.status()).isEqualTo(RenderResult.Status.HELD);
        assertThat(result.files()).isEmpty();
        assertThat(result.findings())
                .extracting(finding -> finding.rule())
                .containsExactlyInAnyOrder("quarter-end", "code-list", "unique");
    }

    private String rendered() throws IOException {
        RenderResult result = format.render(format.sample(), directory);
        assertThat(result.findings()).isEmpty();
        return Files.readString(result.files().get(0).path());
    }
}
