package io.daybreak.report.xml;

import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.LayoutEngine;
import io.daybreak.report.layout.Dialect;
import io.daybreak.report.layout.Layout;

/**
 * Streaming XML in the order the layout gives. Names are written as the layout spells them, prefixes included; namespaces are declared by the
 * layout as attributes.
 */
public final class XmlEngine {

    private XmlEngine() {}

    /** The engine {@code xml}. */
    public static Engine create() {
        return new LayoutEngine("xml", spec -> Dialect.plain(), (spec, layout) -> spelling(layout));
    }

    /** How a layout is written as XML. */
    public static LayoutEngine.Spelling spelling(Layout layout) {
        XmlTags tags = new XmlTags(layout);
        return out -> new XmlEmitter(out, tags);
    }
}
