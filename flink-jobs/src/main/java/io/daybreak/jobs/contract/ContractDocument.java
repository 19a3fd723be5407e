package io.daybreak.jobs.contract;

import java.util.List;
import java.util.Locale;

/** The contract as Markdown: what {@code docs/contract.md} holds. */
public final class ContractDocument {

    /** All tables. */
    public static String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# The contract\n\n")
                .append("Printed by `./daybreak contract` from the catalogue; a test keeps the two the same.\n\n")
                .append("Landed feeds are Parquet under `landing/<table>/date=<business date>/` with a `_trailer.json`")
                .append(" (rows, amounts by currency, files with their hashes). Published tables are Iceberg tables")
                .append(" under `tables/night/<table>`, partitioned by `processing_date`.\n");
        section(text, "Landed feeds", Catalogue.landed());
        section(text, "Published tables", Catalogue.published());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<TableSpec> tables) {
        text.append("\n## ").append(title).append('\n');
        for (TableSpec table : tables) {
            text.append('\n').append(markdown(table));
        }
    }

    /** One table. */
    public static String markdown(TableSpec table) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(table.name()).append("\n\n");
        text.append("One row: ").append(table.grain()).append(". Key: ").append(String.join(", ", table.key()));
        if (!table.amount().isEmpty()) {
            text.append(". Summed by currency: ").append(table.amount());
        }
        text.append(table.kind() == TableSpec.Kind.LANDED_OPTIONAL ? ". May be left out.\n\n" : ".\n\n");
        text.append("| column | type | may be missing | meaning |\n|---|---|---|---|\n");
        for (Column column : table.columns()) {
            text.append("| ")
                    .append(column.name())
                    .append(" | ")
                    .append(column.type().sql())
                    .append(" | ")
                    .append(
                            column.presence() == Column.Presence.REQUIRED
                                    ? ""
                                    : column.presence().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(column.meaning())
                    .append(" |\n");
        }
        return text.toString();
    }

    private ContractDocument() {}
}
