package io.daybreak.report.xml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamProperties;

/**
 * Streaming XML in the order the layout gives. Names are written as the layout spells them, prefixes included; namespaces are declared by the
 * layout as attributes.
 */
public final class XmlEngine {

    private static final WstxOutputFactory FACTORY = factory();

    private XmlEngine() {}

    private static WstxOutputFactory factory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, false);
        return factory;
    }

    /** The engine {@code xml}. */
    public static Engine create() {
        return new LayoutEngine("xml", spec -> Dialect.plain(), spec -> XmlEngine::emitter);
    }

    /** An emitter of XML into a file. */
    public static XmlEmitter emitter(DeferredOutput out) throws IOException {
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(out, "UTF-8");
            return new XmlEmitter(writer, out);
        } catch (XMLStreamException e) {
            throw new IOException("XML writer: " + e.getMessage(), e);
        }
    }
}
