package io.daybreak.jobs.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small day with business for some reports: an execution, a swap, a firm's statement, an account held from abroad. */
public final class ReportDay {

    public static final LocalDate DATE = LocalDate.of(2026, 3, 31);

    /** A valid identifier: that of the sample bank, GLEIF's own. */
    public static final String LEI = "506700GE1G29325QX363";

    /** The same with another check digit. */
    public static final String BAD_LEI = "506700GE1G29325QX364";

    /** The example of ISO 13616 for the Netherlands, and the same with another check digit. */
    public static final String IBAN = "NL91ABNA0417164300";

    public static final String BAD_IBAN = "NL92ABNA0417164300";

    private static final String TRADER = "NL19800101TESTPERSON";

    /**
     * A lake with the day's inputs of the reports stage.
     *
     * @param buyerLei identifier of the customer who bought
     * @param firmIban account number of the firm with a statement
     */
    public static void write(Path root, String buyerLei, String firmIban) throws IOException {
        StageHarness day = StageHarness.at(root, DATE);
        day.land(
                "customers",
                List.of(
                        Map.of("customer_id", "C1", "customer_type", "CORPORATE", "name", "Firm One", "lei", buyerLei),
                        Map.of(
                                "customer_id",
                                "C2",
                                "name",
                                "Test Person",
                                "country",
                                "DE",
                                "tax_country",
                                "DE",
                                "tax_id",
                                "12345678903",
                                "city",
                                "Berlin")));
        day.land(
                "accounts",
                List.of(
                        Map.of("account_id", "A1", "customer_id", "C1", "iban", firmIban, "balance", "100.00"),
                        Map.of("account_id", "A2", "customer_id", "C2", "balance", "250.00")));
        day.land(
                "counterparties",
                List.of(
                        Map.of("counterparty_id", "CP1", "name", "House", "country", "NL", "sector", "CCP", "lei", LEI),
                        Map.of(
                                "counterparty_id",
                                "CP2",
                                "name",
                                "Bank",
                                "country",
                                "DE",
                                "sector",
                                "BANK",
                                "lei",
                                LEI)));
        day.land(
                "instruments",
                List.of(
                        Map.of("instrument_id", "I1", "isin", "US0378331005", "cfi", "ESVUFR"),
                        Map.of(
                                "instrument_id",
                                "I2",
                                "asset_class",
                                "RATE",
                                "kind",
                                "SWAP",
                                "coupon_rate",
                                "0.025",
                                "maturity_date",
                                "2031-03-31",
                                "cfi",
                                "SRCCSP")));
        day.land("orders", List.of(order("O1", "I1", "C1", "AGENT"), order("O2", "I2", "RT-1", "PRINCIPAL")));
        Map<String, String> swap = new HashMap<>(trade("T2", "O2", "I2", "RT-1", "CP2"));
        swap.putAll(Map.of("book", "RT-1", "mic", "XXXX", "counterparty_id", "CP2", "uti", LEI + "TRADE0000002"));
        day.land("trades", List.of(trade("T1", "O1", "I1", "C1", "MARKET"), swap));
        day.publish(
                "enriched_transactions",
                List.of(Map.of(
                        "transaction_id",
                        "TX1",
                        "account_id",
                        "A1",
                        "customer_id",
                        "C1",
                        "transaction_type",
                        "CREDIT",
                        "amount",
                        "50.00",
                        "value_date",
                        DATE)));
    }

    private static Map<String, String> order(String id, String instrument, String owner, String capacity) {
        return Map.of(
                "order_id",
                id,
                "event_time",
                "10:00:00",
                "instrument_id",
                instrument,
                "trader_id",
                TRADER,
                "owner_id",
                owner,
                "capacity",
                capacity);
    }

    private static Map<String, String> trade(String id, String order, String instrument, String buyer, String seller) {
        return Map.of(
                "trade_id",
                id,
                "order_id",
                order,
                "trade_time",
                "10:00:01",
                "instrument_id",
                instrument,
                "buyer_id",
                buyer,
                "seller_id",
                seller,
                "trader_id",
                TRADER);
    }

    private ReportDay() {}
}
