package io.daybreak.report.sdmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.LayoutCompiler;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import io.daybreak.report.xml.XmlEngine;

/**
 * SDMX-ML 2.1, structure-specific, flat: one observation per record with every dimension on it.
 *
 * <p>Options: {@code agency}, {@code structure}, {@code version} of the data structure definition, {@code action} (Replace, Append or Delete).
 * The layout is one map per group, {@code GROUP: {component: leaf}}, a component being a dimension, measure or attribute in the order of the
 * definition; the engine adds the message around it. Header columns read: {@code message_id}, {@code prepared_at}, {@code sender_id},
 * {@code receiver_id}, {@code test}.
 */
public final class SdmxEngine implements Engine {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    private static final String COMMON = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    private static final String DATA = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** For the catalogue. */
    public SdmxEngine() {}

    @Override
    public String name() {
        return "sdmx";
    }

    @Override
    public Writer compile(FormatSpec spec) {
        Layout layout = LayoutCompiler.compile(spec, message(spec), Dialect.plain());
        return LayoutEngine.writer(layout, XmlEngine.spelling(layout));
    }

    private static JsonNode message(FormatSpec spec) {
        String agency = option(spec, "agency");
        String structure = option(spec, "structure");
        String version = option(spec, "version");
        String namespace = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=%s:%s(%s):ObsLevelDim:AllDimensions"
                .formatted(agency, structure, version);
        ObjectNode root = NODES.objectNode();
        ObjectNode message = root.putObject("mes:StructureSpecificData");
        literal(message, "@xmlns:mes", MESSAGE);
        literal(message, "@xmlns:com", COMMON);
        literal(message, "@xmlns:ss", DATA);
        literal(message, "@xmlns:xsi", INSTANCE);
        literal(message, "@xmlns:ds", namespace);
        header(message.putObject("mes:Header"), agency, structure, version, namespace);
        ObjectNode data = message.putObject("mes:DataSet");
        literal(data, "@ss:structureRef", structure);
        literal(data, "@ss:dataScope", "DataStructure");
        literal(data, "@ss:action", spec.options().path("action").asText("Replace"));
        literal(data, "@xsi:type", "ds:DataSetType");
        spec.layout().fields().forEachRemaining(group -> {
            ObjectNode observation = data.putObject("Obs#" + group.getKey());
            observation.put("$each", group.getKey());
            group.getValue()
                    .fields()
                    .forEachRemaining(component -> observation.set("@" + component.getKey(), component.getValue()));
        });
        return root;
    }

    private static void header(ObjectNode header, String agency, String structure, String version, String namespace) {
        header.put("mes:ID", "header.message_id text(1,60)");
        header.put("mes:Test", "header.test flag");
        header.put("mes:Prepared", "header.prepared_at timestamp(yyyy-MM-dd'T'HH:mm:ss)");
        header.putObject("mes:Sender").put("@id", "header.sender_id SdmxId");
        header.putObject("mes:Receiver").put("@id", "header.receiver_id SdmxId");
        ObjectNode reference = header.putObject("mes:Structure");
        literal(reference, "@structureID", structure);
        literal(reference, "@namespace", namespace);
        literal(reference, "@dimensionAtObservation", "AllDimensions");
        ObjectNode ref = reference.putObject("com:Structure").putObject("Ref");
        literal(ref, "@agencyID", agency);
        literal(ref, "@id", structure);
        literal(ref, "@version", version);
        literal(ref, "@class", "DataStructure");
    }

    private static void literal(ObjectNode node, String name, String text) {
        node.put(name, "'" + text + "'");
    }

    private static String option(FormatSpec spec, String name) {
        if (!spec.options().hasNonNull(name)) {
            throw new SpecException("option '" + name + "' is missing");
        }
        return spec.options().get(name).asText();
    }
}
