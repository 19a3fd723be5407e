package io.daybreak.report.xbrl;

import com.ctc.wstx.stax.WstxOutputFactory;
import io.daybreak.report.check.CharacterSet;
import io.daybreak.report.check.Finding;
import io.daybreak.report.check.Findings;
import io.daybreak.report.engine.Engine;
import io.daybreak.report.engine.FileOpener;
import io.daybreak.report.input.RecordGroup;
import io.daybreak.report.input.ReportInput;
import io.daybreak.report.input.Row;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamProperties;
import org.jspecify.annotations.Nullable;

/** Writes one instance. The contexts are known from the header, so the facts stream; what is remembered is bounded by the taxonomy. */
final class InstanceWriter {

    private static final String INSTANCE = "http://www.xbrl.org/2003/instance";
    private static final String RATIO_DECIMALS = "4";
    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    static {
        FACTORY.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
    }

    private final Taxonomy taxonomy;
    private final ReportInput report;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private BigDecimal monetaryTotal = BigDecimal.ZERO;

    InstanceWriter(Taxonomy taxonomy, ReportInput report, Findings findings) {
        this.taxonomy = taxonomy;
        this.report = report;
        this.findings = findings;
    }

    Engine.Outcome write(FileOpener files) throws IOException {
        String entity = report.header().get("entity_id") instanceof String text ? text : "";
        if (!entity.matches("[A-Za-z0-9]{1,20}")) {
            findings.add(Finding.error("pattern", "header", "entity_id", entity, "1 to 20 letters and digits"));
            entity = "unknown";
        }
        LocalDate date = report.header().get("reporting_date") instanceof LocalDate given ? given : LocalDate.EPOCH;
        if (!date.equals(quarterEnd(date))) {
            findings.add(Finding.error(
                    "quarter-end", "header", "reporting_date", date.toString(), "the last day of a quarter"));
        }
        String name = taxonomy.naming().replace("{entity}", entity).replace("{date}", date.toString());
        try (DeferredOutput out = new DeferredOutput(files.open(name))) {
            XMLStreamWriter xml = writer(out);
            begin(xml, entity, date);
            writeFacts(xml, entity, date);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("XML writer: " + e.getMessage(), e);
        }
        if (seen.isEmpty()) {
            findings.add(Finding.error("required", "facts", "facts", "", "at least one fact"));
        }
        return new Engine.Outcome(
                seen.size(), Map.of("facts", BigDecimal.valueOf(seen.size()), "monetary", monetaryTotal));
    }

    private static LocalDate quarterEnd(LocalDate date) {
        int month = (date.getMonthValue() + 2) / 3 * 3;
        LocalDate first = LocalDate.of(date.getYear(), month, 1);
        return first.withDayOfMonth(first.lengthOfMonth());
    }

    private static XMLStreamWriter writer(DeferredOutput out) throws XMLStreamException {
        return FACTORY.createXMLStreamWriter(out, "UTF-8");
    }

    private void begin(XMLStreamWriter xml, String entity, LocalDate date) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("xbrl");
        xml.writeAttribute("xmlns", INSTANCE);
        xml.writeAttribute("xmlns:link", "http://www.xbrl.org/2003/linkbase");
        xml.writeAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
        xml.writeAttribute("xmlns:iso4217", "http://www.xbrl.org/2003/iso4217");
        xml.writeAttribute("xmlns:" + taxonomy.prefix(), taxonomy.namespace().replace("{date}", date.toString()));
        xml.writeStartElement("link:schemaRef");
        xml.writeAttribute("xlink:type", "simple");
        xml.writeAttribute("xlink:href", taxonomy.schema().replace("{date}", date.toString()));
        xml.writeEndElement();
        context(xml, instant(entity, date), entity, date, null);
        context(xml, duration(entity, date), entity, date, date.withDayOfYear(1));
        unit(xml, "USD", "iso4217:USD");
        unit(xml, "PURE", "pure");
        unit(xml, "NON-MONETARY", "pure");
    }

    private static String instant(String entity, LocalDate date) {
        return "CI_" + entity + "_" + date;
    }

    private static String duration(String entity, LocalDate date) {
        return "CD_" + entity + "_" + date.withDayOfYear(1) + "_" + date;
    }

    private void context(XMLStreamWriter xml, String id, String entity, LocalDate end, @Nullable LocalDate start)
            throws XMLStreamException {
        xml.writeStartElement("context");
        xml.writeAttribute("id", id);
        xml.writeStartElement("entity");
        xml.writeStartElement("identifier");
        xml.writeAttribute("scheme", taxonomy.scheme());
        xml.writeCharacters(entity);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("period");
        if (start == null) {
            element(xml, "instant", end.toString());
        } else {
            element(xml, "startDate", start.toString());
            element(xml, "endDate", end.toString());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void unit(XMLStreamWriter xml, String id, String measure) throws XMLStreamException {
        xml.writeStartElement("unit");
        xml.writeAttribute("id", id);
        element(xml, "measure", measure);
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void writeFacts(XMLStreamWriter xml, String entity, LocalDate date) throws XMLStreamException {
        RecordGroup group = report.groups().get("facts");
        if (group == null) {
            return;
        }
        int item = position(group, "item");
        int number = position(group, "number");
        int text = position(group, "text");
        String instant = instant(entity, date);
        String duration = duration(entity, date);
        while (group.rows().hasNext()) {
            Row row = group.rows().next();
            String code = String.valueOf(row.value(item));
            Taxonomy.Kind kind = taxonomy.items().get(code);
            String value = kind == null ? null : value(code, kind, row.value(kind.isNumeric() ? number : text));
            if (kind == null) {
                findings.add(Finding.error("code-list", where(code), "item", code, "an item of the form"));
            } else if (!seen.add(code)) {
                findings.add(Finding.error("unique", where(code), "item", code, "one fact per item"));
            } else if (value != null) {
                fact(xml, code, kind, code.startsWith(taxonomy.duration()) ? duration : instant, value);
            }
        }
    }

    private static int position(RecordGroup group, String column) {
        int position = group.columns().indexOf(column);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "group 'facts' lacks column '" + column + "'; it has " + group.columns());
        }
        return position;
    }

    private @Nullable String value(String code, Taxonomy.Kind kind, @Nullable Object cell) {
        if (kind.isNumeric() && cell instanceof BigDecimal decimal) {
            return number(code, kind, decimal);
        }
        if (!kind.isNumeric() && cell instanceof String string && !string.isEmpty()) {
            return text(code, kind, string);
        }
        findings.add(Finding.error(
                "required",
                where(code),
                kind.isNumeric() ? "number" : "text",
                String.valueOf(cell),
                "a value, " + kind));
        return null;
    }

    private @Nullable String number(String code, Taxonomy.Kind kind, BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        if (kind != Taxonomy.Kind.RATIO && stripped.scale() > 0) {
            findings.add(
                    Finding.error("fraction-digits", where(code), "number", decimal.toPlainString(), "a whole number"));
            return null;
        }
        if (kind == Taxonomy.Kind.MONETARY) {
            monetaryTotal = monetaryTotal.add(decimal);
        }
        return stripped.toPlainString();
    }

    private @Nullable String text(String code, Taxonomy.Kind kind, String text) {
        boolean sound = CharacterSet.XML.firstOutside(text) < 0
                && switch (kind) {
                    case FLAG -> text.equals("true") || text.equals("false");
                    case DATE -> text.matches("\\d{4}-\\d{2}-\\d{2}");
                    case TEXT, MONETARY, COUNT, RATIO -> true;
                };
        if (!sound) {
            findings.add(Finding.error("type", where(code), "text", text, kind + " without control characters"));
            return null;
        }
        return text;
    }

    private void fact(XMLStreamWriter xml, String code, Taxonomy.Kind kind, String context, String value)
            throws XMLStreamException {
        xml.writeStartElement(taxonomy.prefix() + ":" + code);
        xml.writeAttribute("contextRef", context);
        if (kind.isNumeric()) {
            xml.writeAttribute(
                    "unitRef",
                    switch (kind) {
                        case MONETARY -> "USD";
                        case RATIO -> "PURE";
                        case COUNT, FLAG, TEXT, DATE -> "NON-MONETARY";
                    });
            xml.writeAttribute("decimals", kind == Taxonomy.Kind.RATIO ? RATIO_DECIMALS : "0");
        }
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static String where(String code) {
        return "facts[" + code + "]";
    }
}
