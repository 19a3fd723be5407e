package io.daybreak.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NightPageTest {

    @Test
    void the_balance_board_comes_first() {
        String page = NightPage.render(SampleSummary.whole());

        assertThat(page.indexOf("<section")).isEqualTo(page.indexOf("<section id=\"balance\""));
        assertThat(page).contains("class=\"verdict good\"").contains("Balanced to the cent, one report held.");
        assertThat(page).contains("<td class=\"ok\">✓ 1</td>").doesNotContain("class=\"broken\"");
    }

    @Test
    void a_line_that_does_not_add_up_is_red_and_says_by_how_much() {
        String page = NightPage.render(SampleSummary.unbalanced());

        assertThat(page).contains("class=\"verdict bad\"").contains("Out of balance at stage prepare.");
        assertThat(page).contains("<td class=\"broken\">✗ 1 of 1</td>");
        assertThat(page).contains("What does not add up");
        assertThat(page)
                .contains(
                        "<td class=\"n\">1</td><td class=\"n\">100.00</td><td class=\"fit\"><span class=\"tag bad\">✗ broken</span>");
        assertThat(page).contains("<dt>next</dt><dd>nothing of this stage was published");
        assertThat(page).contains("<dt>who acts</dt><dd>the operator, with the balance board</dd>");
    }

    @Test
    void what_the_data_says_is_text_and_never_markup() {
        String page = NightPage.render(SampleSummary.whole());

        assertThat(page).contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; \"quoted\"");
        assertThat(page).doesNotContain("<script");
    }

    @Test
    void a_section_without_tables_tonight_says_so() throws Exception {
        Document page = parsed(NightPage.render(SampleSummary.partial()));

        for (String id : new String[] {"anomalies", "risk", "stress", "capital", "alerts", "reports", "customers"}) {
            assertThat(section(page, id).getTextContent()).as(id).contains("Not run tonight.");
        }
        assertThat(section(page, "transactions").getTextContent()).doesNotContain("Not run tonight.");
    }

    @Test
    void the_page_needs_no_network_and_no_script() {
        String page = NightPage.render(SampleSummary.whole());

        assertThat(page)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("url(")
                .doesNotContain("@import");
        assertThat(page).doesNotContain(" src=").doesNotContain("<link").doesNotContain("onload");
    }

    @Test
    void charts_are_titled_and_anchors_lead_somewhere() throws Exception {
        Document page = parsed(NightPage.render(SampleSummary.whole()));

        Set<String> ids = new HashSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("id %s is used once", id).isTrue();
        }
        NodeList charts = page.getElementsByTagName("svg");
        assertThat(charts.getLength()).isGreaterThan(10);
        for (int i = 0; i < charts.getLength(); i++) {
            Element chart = (Element) charts.item(i);
            if (!chart.getAttribute("aria-hidden").equals("true")) {
                assertThat(ids).contains(chart.getAttribute("aria-labelledby").split(" "));
                assertThat(chart.getElementsByTagName("title").getLength()).isEqualTo(1);
            }
        }
        NodeList links = page.getElementsByTagName("a");
        assertThat(links.getLength()).isPositive();
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(ids)
                    .contains(((Element) links.item(i)).getAttribute("href").substring(1));
        }
    }

    @Test
    void figures_have_separators_units_and_a_true_minus() {
        String page = NightPage.render(SampleSummary.whole());

        assertThat(page)
                .contains("−41,250,000.00")
                .contains("14.23 %")
                .contains("minimum 4.50 %")
                .contains("2.45 m");
        assertThat(page).contains("✗ below minimum").contains("VaR 99 % 2.45 m").contains("ES 97.5 % 2.90 m");
    }

    private static Element section(Document page, String id) {
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            if (((Element) sections.item(i)).getAttribute("id").equals(id)) {
                return (Element) sections.item(i);
            }
        }
        throw new AssertionError("no section " + id);
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
