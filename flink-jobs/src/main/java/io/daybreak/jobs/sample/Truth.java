package io.daybreak.jobs.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.jobs.landing.LandingPaths;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what was planted, one JSON object a line, so that detection can be scored. */
final class Truth {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final long transactions;
    private final TransactionsFeed feed;
    private final Plants plants;
    private final Defects defects;
    private final Population population;
    private final OrderBook orders;

    Truth(
            Path directory,
            long transactions,
            TransactionsFeed feed,
            Plants plants,
            Defects defects,
            Population population,
            OrderBook orders) {
        this.directory = directory;
        this.transactions = transactions;
        this.feed = feed;
        this.plants = plants;
        this.defects = defects;
        this.population = population;
        this.orders = orders;
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        writeDefects();
        Map<Integer, ArrayNode> rows = plantedRows();
        writePlants("AML", "aml.jsonl", rows);
        writePlants("ANOMALY", "anomalies.jsonl", rows);
        writeSurveillance();
    }

    private void writeDefects() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("defects.jsonl"))) {
            Draft draft = new Draft();
            long number = 0;
            for (long row = 0; row < transactions; row++) {
                Defect defect = defects.at(row);
                if (defect == null) {
                    continue;
                }
                feed.fill(row, draft);
                ObjectNode line = JSON.createObjectNode();
                line.put("pattern_id", "DEFECT-" + Identifiers.numbered('0', ++number, 8));
                line.put("kind", defect.name());
                if (defect == Defect.SEVERAL) {
                    ArrayNode kinds = line.putArray("kinds");
                    defects.several(row).forEach(one -> kinds.add(one.name()));
                }
                place(row, draft.transactionId, line);
                line.put("account_id", draft.accountId);
                line.put("customer_id", draft.customerId);
                if (defect.duplicates()) {
                    long original = defects.original(row);
                    line.put("original_file", file(original));
                    line.put("original_row", original % feed.unitsPerFile());
                }
                end(line, out);
            }
        }
    }

    private Map<Integer, ArrayNode> plantedRows() {
        Map<Integer, ArrayNode> rows = new TreeMap<>();
        Draft draft = new Draft();
        for (long place = 0; place < plants.count(); place++) {
            long row = plants.rowOf(place);
            Planted planted = plants.at(row);
            if (planted == null) {
                throw new IllegalStateException("row " + row + " of place " + place + " is not planted");
            }
            feed.fill(row, draft);
            ObjectNode one = rows.computeIfAbsent(planted.group(), group -> JSON.createArrayNode())
                    .addObject();
            place(row, draft.transactionId, one);
        }
        return rows;
    }

    private void writePlants(String domain, String name, Map<Integer, ArrayNode> rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(name))) {
            for (int i = 0; i < plants.groups().size(); i++) {
                Planted.Group group = plants.groups().get(i);
                if (!group.domain().equals(domain)) {
                    continue;
                }
                ObjectNode line = JSON.createObjectNode();
                line.put("pattern_id", group.id());
                line.put("kind", group.kind());
                ArrayNode customers = line.putArray("customers");
                ArrayNode accounts = line.putArray("accounts");
                for (int account : group.accounts()) {
                    customers.add(population.customerId(population.holder(account)));
                    accounts.add(population.accountId(account));
                }
                line.set("transactions", rows.getOrDefault(i, JSON.createArrayNode()));
                end(line, out);
            }
        }
    }

    private void writeSurveillance() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("surveillance.jsonl"))) {
            for (Abuse.Group group : orders.groups()) {
                ObjectNode line = JSON.createObjectNode();
                line.put("pattern_id", group.id());
                line.put("kind", group.kind());
                line.put("instrument_id", group.instrumentId());
                ArrayNode owners = line.putArray("owners");
                group.owners().forEach(owners::add);
                ArrayNode traders = line.putArray("traders");
                group.traders().forEach(traders::add);
                ArrayNode ids = line.putArray("orders");
                ArrayNode trades = line.putArray("trades");
                for (long number : group.orders()) {
                    OrderLife order = orders.order(number);
                    ids.add(order.orderId);
                    for (int i = 0; i < order.events.size(); i++) {
                        if (order.events.get(i).type().equals("FILL")) {
                            trades.add(order.tradeId(i));
                        }
                    }
                }
                end(line, out);
            }
        }
    }

    private void place(long row, @Nullable String transactionId, ObjectNode line) {
        line.put("transaction_id", transactionId);
        line.put("source_file", file(row));
        line.put("source_row", row % feed.unitsPerFile());
    }

    private String file(long row) {
        return LandingPaths.fileName((int) (row / feed.unitsPerFile()));
    }

    private static void end(ObjectNode line, BufferedWriter out) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }
}
