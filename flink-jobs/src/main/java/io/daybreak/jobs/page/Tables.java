package io.daybreak.jobs.page;

/** Tables as the page writes them: a caption, a head, numbers to the right. */
final class Tables {

    private static final String NUMBER = ">";

    /**
     * Opens a table and its body.
     *
     * @param columns heads; one that begins with {@code >} is of a column of numbers
     */
    static void open(Markup page, String caption, String... columns) {
        page.open("div", "class", "scroll").open("table");
        if (!caption.isEmpty()) {
            page.element("caption", caption);
        }
        page.open("thead").open("tr");
        for (String column : columns) {
            if (column.startsWith(NUMBER)) {
                page.element("th", column.substring(1), "scope", "col", "class", "n");
            } else {
                page.element("th", column, "scope", "col");
            }
        }
        page.close().close().open("tbody").line();
    }

    static void close(Markup page) {
        page.close().close().close().line();
    }

    static Markup row(Markup page, String head) {
        return page.open("tr").element("th", head, "scope", "row", "class", "fit");
    }

    static void endRow(Markup page) {
        page.close().line();
    }

    static void cell(Markup page, String text) {
        page.element("td", text);
    }

    static void soft(Markup page, String text) {
        page.element("td", text, "class", "soft");
    }

    static void number(Markup page, String text) {
        page.element("td", text, "class", "n");
    }

    /** A word in a frame: good, warn, bad or calm. */
    static void tag(Markup page, String tone, String text) {
        page.open("td", "class", "fit")
                .element("span", text, "class", "tag " + tone)
                .close();
    }

    private Tables() {}
}
