package io.daybreak.report.feedback;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.check.Severity;
import io.daybreak.report.layout.Binding;
import io.daybreak.report.layout.Layout;
import io.daybreak.report.layout.LayoutCompiler;
import io.daybreak.report.layout.Node;
import io.daybreak.report.spec.FormatSpec;
import io.daybreak.report.spec.SpecException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML feedback by its layout, streaming: memory holds one record per group. Records of a nested group come before the record they hang
 * from is complete, with what was read of it so far. Thread-safe.
 */
public final class FeedbackReader {

    private final Element root = new Element("", null);
    private final @Nullable VerdictColumns verdicts;

    /**
     * A reader of a feedback format.
     *
     * @throws SpecException if the format's layout does not read
     */
    public FeedbackReader(FormatSpec spec) {
        Layout layout = LayoutCompiler.compile(spec, io.daybreak.report.layout.Dialect.plain());
        layout.roots().forEach(node -> add(root, node, layout));
        JsonNode columns = spec.options().path("verdicts");
        this.verdicts = columns.isMissingNode() ? null : VerdictColumns.of(columns);
    }

    /** An element the layout knows: its leaf, its group, its parts. */
    private static final class Element {
        private final String name;
        private final @Nullable String group;
        private final Map<String, Element> parts = new HashMap<>();
        private final Map<String, Node.Leaf> attributes = new HashMap<>();
        private Node.@Nullable Leaf text;

        Element(String name, @Nullable String group) {
            this.name = name;
            this.group = group;
        }
    }

    private static void add(Element parent, Node node, Layout layout) {
        if (node instanceof Node.Choice choice) {
            choice.alternatives().forEach(alternative -> add(parent, alternative, layout));
        } else if (node instanceof Node.Container container) {
            String group = container.group() == Node.Container.ONCE
                    ? null
                    : layout.input().groups().get(container.group()).name();
            Element element = new Element(container.name(), group);
            parent.parts.put(container.name(), element);
            container.children().forEach(child -> add(element, child, layout));
        } else {
            addLeaf(parent, (Node.Leaf) node);
        }
    }

    private static void addLeaf(Element parent, Node.Leaf leaf) {
        switch (leaf.role()) {
            case ATTRIBUTE -> parent.attributes.put(leaf.name(), leaf);
            case TEXT -> parent.text = leaf;
            case ELEMENT -> {
                Element element = new Element(leaf.name(), null);
                element.text = leaf;
                parent.parts.put(leaf.name(), element);
            }
        }
    }

    /**
     * Reads a file, handing over its records as they end, and last one of the group {@code header}.
     *
     * @return what did not read: values that are not of their type, as errors; elements the layout does not know, as warnings, once each
     * @throws IOException if the file cannot be read or is not well-formed
     */
    public Findings read(Path file, Consumer<FeedbackRecord> records) throws IOException {
        Findings findings = new Findings();
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            new Pass(xml, records, findings).run();
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return findings;
    }

    /**
     * Reads a file for what was made of each record.
     *
     * @throws IllegalStateException if the format's specification does not say which columns tell
     */
    public Findings readVerdicts(Path file, Consumer<Verdict> consumer) throws IOException {
        if (verdicts == null) {
            throw new IllegalStateException("the format declares no option 'verdicts'");
        }
        VerdictCollector collector = new VerdictCollector(verdicts, consumer);
        return read(file, collector::accept);
    }

    /** One pass over one file. */
    private final class Pass {
        private final XMLStreamReader xml;
        private final Consumer<FeedbackRecord> records;
        private final Findings findings;
        private final Deque<Element> elements = new ArrayDeque<>();
        private final Deque<FeedbackRecord> open = new ArrayDeque<>();
        private final Set<String> unknown = new HashSet<>();
        private final StringBuilder text = new StringBuilder();

        Pass(XMLStreamReader xml, Consumer<FeedbackRecord> records, Findings findings) {
            this.xml = xml;
            this.records = records;
            this.findings = findings;
        }

        void run() throws XMLStreamException {
            FeedbackRecord header = new FeedbackRecord("header", new LinkedHashMap<>(), null);
            elements.push(root);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(header);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> end(header);
                    default -> {
                        // Comments and instructions say nothing here.
                    }
                }
            }
            records.accept(header);
        }

        private void start(FeedbackRecord header) throws XMLStreamException {
            text.setLength(0);
            Element parent = elements.getFirst();
            Element element = parent.parts.get(xml.getLocalName());
            if (element == null) {
                if (unknown.add(parent.name + "/" + xml.getLocalName())) {
                    findings.add(new Finding(
                            Severity.WARNING,
                            "unknown-element",
                            where(),
                            xml.getLocalName(),
                            "",
                            "an element of the layout"));
                }
                skip();
                return;
            }
            elements.push(element);
            if (element.group != null) {
                FeedbackRecord parentRecord = open.peek();
                open.push(new FeedbackRecord(element.group, new LinkedHashMap<>(), parentRecord));
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                Node.Leaf leaf = element.attributes.get(xml.getAttributeLocalName(i));
                if (leaf != null) {
                    put(leaf, xml.getAttributeValue(i), header);
                }
            }
        }

        private void skip() throws XMLStreamException {
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        }

        private void end(FeedbackRecord header) {
            Element element = elements.pop();
            Node.Leaf leaf = element.text;
            if (leaf != null) {
                put(leaf, text.toString().strip(), header);
            }
            text.setLength(0);
            if (element.group != null) {
                records.accept(open.pop());
            }
        }

        private void put(Node.Leaf leaf, String value, FeedbackRecord header) {
            if (!(leaf.binding() instanceof Binding.Cell cell)) {
                return;
            }
            FeedbackRecord record = open.isEmpty() ? header : open.getFirst();
            try {
                record.values().put(cell.column().name(), leaf.type().parse(value));
            } catch (IllegalArgumentException e) {
                findings.add(Finding.error(
                        "type", where(), leaf.path(), value, leaf.type().name()));
            }
        }

        private String where() {
            return "line " + xml.getLocation().getLineNumber();
        }
    }

    /** Which columns tell what was made of a record. */
    private record VerdictColumns(String group, String record, String status, String rules, String rule, String text) {
        static VerdictColumns of(JsonNode node) {
            return new VerdictColumns(
                    required(node, "group"),
                    required(node, "record"),
                    required(node, "status"),
                    required(node, "rules"),
                    required(node, "rule"),
                    node.path("text").asText(""));
        }

        private static String required(JsonNode node, String name) {
            if (!node.hasNonNull(name)) {
                throw new SpecException("option verdicts lacks '" + name + "'");
            }
            return node.get(name).asText();
        }
    }

    /** Joins records with the rules that hang from them. */
    private static final class VerdictCollector {
        private final VerdictColumns columns;
        private final Consumer<Verdict> consumer;
        private final List<FeedbackRecord> rules = new java.util.ArrayList<>();

        VerdictCollector(VerdictColumns columns, Consumer<Verdict> consumer) {
            this.columns = columns;
            this.consumer = consumer;
        }

        void accept(FeedbackRecord record) {
            if (record.group().equals(columns.rules())) {
                rules.add(record);
            } else if (record.group().equals(columns.group())) {
                String key = text(record, columns.record());
                String status = text(record, columns.status());
                if (rules.isEmpty()) {
                    consumer.accept(new Verdict(key, status, "", ""));
                }
                rules.forEach(rule -> consumer.accept(
                        new Verdict(key, status, text(rule, columns.rule()), text(rule, columns.text()))));
                rules.clear();
            }
        }

        private static String text(FeedbackRecord record, String column) {
            Object value = record.values().get(column);
            return value == null ? "" : value.toString();
        }
    }
}
