package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Legal entities the bank deals with: states and public bodies first, then banks, clearing houses, funds and firms. */
final class Counterparties implements Feed {

    static final int SOVEREIGNS = 10;
    private static final int PUBLIC_BODIES = 18;
    private static final String[] SOVEREIGN_COUNTRIES = {"DE", "FR", "IT", "ES", "AT", "NL", "US", "GB", "CH", "PL"};
    private static final String[] SOVEREIGN_RATINGS = {"AAA", "AA-", "BBB", "A", "AA+", "AAA", "AA+", "AA", "AAA", "A-"
    };
    private static final String[] COUNTRIES = {
        "DE", "FR", "NL", "AT", "IT", "ES", "BE", "PL", "CZ", "SE", "GB", "CH", "US"
    };
    private static final String[] RATINGS = {"AA", "A+", "A", "A-", "BBB+", "BBB", "BBB-", "BB+", "BB", "B"};
    private static final int[] RATING_SHARE = Draw.cumulative(6, 8, 14, 14, 16, 16, 10, 8, 5, 3);

    private final long key;
    private final int count;

    Counterparties(long seed, long transactions) {
        key = Draw.table(seed, "counterparties");
        count = (int) Math.max(300, Math.min(5_000, transactions / 250));
    }

    int count() {
        return count;
    }

    int firstBank() {
        return PUBLIC_BODIES;
    }

    int banks() {
        return count / 4 - PUBLIC_BODIES;
    }

    /** First ordinary company; from here to the end all are companies. */
    int firstCorporate() {
        return count * 2 / 5;
    }

    String id(int index) {
        return "CP" + Identifiers.numbered('0', index + 1L, 6);
    }

    String lei(int index) {
        return Identifiers.lei(Draw.key(key, index));
    }

    String country(int index) {
        return index < SOVEREIGNS
                ? SOVEREIGN_COUNTRIES[index]
                : COUNTRIES[Draw.below(Draw.key(key, index), 0, COUNTRIES.length)];
    }

    String sector(int index) {
        if (index < SOVEREIGNS) {
            return "SOVEREIGN";
        }
        if (index < PUBLIC_BODIES) {
            return index == SOVEREIGNS ? "CENTRAL_BANK" : index < 15 ? "PSE" : "MDB";
        }
        if (index < count / 4) {
            return "BANK";
        }
        if (index < count / 4 + 5) {
            return "CCP";
        }
        if (index < firstCorporate()) {
            return index % 3 == 0 ? "SME" : "FUND";
        }
        return "CORPORATE";
    }

    @Nullable String rating(int index) {
        if (index < SOVEREIGNS) {
            return SOVEREIGN_RATINGS[index];
        }
        if (index < PUBLIC_BODIES) {
            return "AA";
        }
        boolean unrated = !sector(index).equals("BANK") && Draw.below(Draw.key(key, index), 1, 10) < 5;
        return unrated ? null : RATINGS[Draw.pick(Draw.key(key, index), 2, RATING_SHARE)];
    }

    @Override
    public TableSpec table() {
        return Catalogue.table("counterparties");
    }

    @Override
    public long units() {
        return count;
    }

    @Override
    public void write(long unit, Cells out) throws IOException {
        int index = (int) unit;
        String sector = sector(index);
        boolean bank = sector.equals("BANK") || sector.equals("CENTRAL_BANK");
        out.text("counterparty_id", id(index));
        out.compose("name").append("Entity ").append(sector).append(' ').appendDigits(index + 1, 5);
        out.text("lei", lei(index));
        out.text("bic", bank ? Identifiers.bic(country(index), Draw.key(key, index)) : null);
        out.text("country", country(index));
        out.text("sector", sector);
        out.text("rating", rating(index));
        boolean grouped = index >= firstCorporate() && Draw.below(Draw.key(key, index), 3, 5) == 0;
        out.text("group_id", grouped ? Identifiers.numbered('G', index / 12, 5) : null);
        out.end();
    }
}
