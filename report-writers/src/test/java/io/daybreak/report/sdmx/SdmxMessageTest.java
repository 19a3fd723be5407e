package io.daybreak.report.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.report.catalog.RenderResult;
import io.daybreak.report.catalog.ReportCatalog;
import io.daybreak.report.catalog.ReportFormat;
import io.daybreak.report.oracle.SharedFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/**
 * SDMX messages against the official SDMX 2.1 schemas. A data structure's own schema is derived from the base types the way the standard
 * prescribes, from the components the specification names.
 */
class SdmxMessageTest {

    private static final String BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific";
    private static final String COMMON = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

    @TempDir
    Path directory;

    static Stream<ReportFormat> formats() {
        return ReportCatalog.load().formats().stream()
                .filter(format -> format.spec().engine().equals("sdmx"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_message_validates_with_a_data_structure_of_the_declared_components(ReportFormat format)
            throws IOException, SAXException {
        Path message = SharedFolder.require("sdmx/xml21/SDMXMessage.xsd");
        String namespace = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=%s:%s(%s):ObsLevelDim:AllDimensions"
                .formatted(
                        format.spec().options().get("agency").asText(),
                        format.spec().options().get("structure").asText(),
                        format.spec().options().get("version").asText());
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new Source[] {
                    new StreamSource(message.toFile()),
                    new StreamSource(
                            new StringReader(structure(format, namespace)),
                            message.resolveSibling("made-for-the-test.xsd")
                                    .toUri()
                                    .toString())
                });

        RenderResult result = format.render(format.sample(), directory);

        assertThat(result.findings()).isEmpty();
        Path file = result.files().get(0).path();
        assertThat(Files.readString(file)).contains("<Obs ");
        schema.newValidator().validate(new StreamSource(file.toFile()));
    }

    private static String structure(ReportFormat format, String namespace) {
        List<String> attributes = new ArrayList<>();
        format.spec()
                .layout()
                .forEach(group -> group.fieldNames().forEachRemaining(name -> {
                    String use = name.endsWith("?") ? "optional" : "required";
                    attributes.add("<xs:attribute name=\"" + name.replace("?", "") + "\" type=\"xs:string\" use=\""
                            + use + "\"/>");
                }));
        return """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ds="%1$s" xmlns:dsd="%2$s" xmlns:common="%3$s"
                    targetNamespace="%1$s" elementFormDefault="qualified" attributeFormDefault="unqualified">
                  <xs:import namespace="%2$s" schemaLocation="SDMXDataStructureSpecific.xsd"/>
                  <xs:import namespace="%3$s" schemaLocation="SDMXCommon.xsd"/>
                  <xs:complexType name="DataSetType"><xs:complexContent><xs:restriction base="dsd:DataSetType"><xs:sequence>
                    <xs:element ref="common:Annotations" minOccurs="0"/>
                    <xs:element name="DataProvider" type="common:DataProviderReferenceType" form="unqualified" minOccurs="0"/>
                    <xs:choice minOccurs="0">
                      <xs:element name="Obs" type="ds:ObsType" form="unqualified" maxOccurs="unbounded"/>
                    </xs:choice>
                  </xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
                  <xs:complexType name="ObsType"><xs:complexContent><xs:restriction base="dsd:ObsType"><xs:sequence>
                    <xs:element ref="common:Annotations" minOccurs="0"/>
                  </xs:sequence>%4$s<xs:attribute name="type" type="common:IDType" use="prohibited"/></xs:restriction>
                  </xs:complexContent></xs:complexType>
                </xs:schema>
                """.formatted(
                        namespace,
                        BASE,
                        COMMON,
                        String.join(
                                "",
                                attributes.stream()
                                        .filter(attribute -> !attribute.contains("\"TIME_PERIOD\""))
                                        .toList()));
    }
}
