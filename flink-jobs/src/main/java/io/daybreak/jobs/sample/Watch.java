package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The watch-lists: made-up accounts, banks and names under sanctions, and the FATF's public lists of 24 October 2025
 * with the plenary each country was put on them.
 */
final class Watch implements Feed {

    static final int ACCOUNTS = 40;
    static final int BANKS = 10;

    /** Countries subject to a call for action. */
    static final String[] HIGH_RISK = {"KP", "IR", "MM"};

    private static final String[] HIGH_RISK_SINCE = {"2011-02-25", "2020-02-21", "2022-10-21"};

    private static final String[] MONITORED = {
        "AO 2024-10-25", "BG 2023-10-27", "BO 2025-06-13", "CD 2022-10-21", "CI 2024-10-25", "CM 2023-06-23",
        "DZ 2024-10-25", "HT 2021-06-25", "KE 2024-02-23", "LA 2025-02-21", "LB 2024-10-25", "MC 2024-06-28",
        "NA 2024-02-23", "NP 2025-02-21", "SS 2021-06-25", "SY 2010-02-18", "VE 2024-06-28", "VG 2025-06-13",
        "VN 2023-06-23", "YE 2010-02-18"
    };

    private record Entry(String list, String type, String value, String since) {}

    private final long key;
    private final List<Entry> entries = new ArrayList<>();

    Watch(long seed, Instruments instruments) {
        key = Draw.table(seed, "watchlists");
        for (int i = 0; i < ACCOUNTS; i++) {
            entries.add(new Entry("SANCTIONS", "ACCOUNT", account(i), "2019-03-01"));
        }
        for (int i = 0; i < BANKS; i++) {
            entries.add(new Entry("SANCTIONS", "BANK", bank(i), "2019-03-01"));
        }
        for (int i = 0; i < 5; i++) {
            entries.add(
                    new Entry("SANCTIONS", "NAME", "Listed Entity " + Identifiers.numbered('L', i, 4), "2018-06-01"));
        }
        for (int i = 0; i < HIGH_RISK.length; i++) {
            entries.add(new Entry("FATF_HIGH_RISK", "COUNTRY", HIGH_RISK[i], HIGH_RISK_SINCE[i]));
        }
        for (String monitored : MONITORED) {
            entries.add(new Entry("FATF_MONITORED", "COUNTRY", monitored.substring(0, 2), monitored.substring(3)));
        }
        entries.add(new Entry("INTERNAL", "ACCOUNT", account(ACCOUNTS), "2022-01-10"));
        entries.add(
                new Entry("RESTRICTED_INSTRUMENT", "INSTRUMENT", instruments.id(Instruments.RESTRICTED), "2024-01-02"));
    }

    /** A listed account, or one on the bank's own list for the number after the last. */
    String account(int number) {
        return Identifiers.accountNumber("CZ", Draw.key(key, number));
    }

    String bank(int number) {
        return Identifiers.bic("CZ", Draw.key(key, 1_000 + number));
    }

    @Override
    public TableSpec table() {
        return Catalogue.WATCHLISTS;
    }

    @Override
    public long units() {
        return entries.size();
    }

    @Override
    public void write(long unit, Cells out) throws IOException {
        Entry entry = entries.get((int) unit);
        out.text("entry_id", Identifiers.numbered('W', unit + 1, 5));
        out.text("list_name", entry.list());
        out.text("entry_type", entry.type());
        out.text("entry_value", entry.value());
        out.date("listed_on", LocalDate.parse(entry.since()).toEpochDay());
        if (entry.type().equals("BANK") && unit == ACCOUNTS + BANKS - 1) {
            out.date("delisted_on", LocalDate.of(2021, 12, 31).toEpochDay());
        }
        out.end();
    }
}
