package io.daybreak.jobs.prepare;

import io.daybreak.jobs.columnar.ColumnBatch;
import io.daybreak.jobs.columnar.TextDictionary;
import io.daybreak.jobs.columnar.TextVector;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.data.StringData;

/**
 * Customers in the version that holds on the business date, numbered; their codes are numbers into one small
 * dictionary. An account may name a customer there is no row of: such a number has a key and no customer.
 */
final class CustomerTable {

    static final List<String> COLUMNS = List.of(
            "customer_id",
            "customer_tier",
            "customer_type",
            "country",
            "segment",
            "kyc_risk",
            "pep",
            "valid_from",
            "valid_to");
    static final int VALID_FROM = 7;

    /** The codes of a customer, in the order of the enriched transaction's columns. */
    static final int TIER = 0;

    static final int TYPE = 1;
    static final int COUNTRY = 2;
    static final int SEGMENT = 3;
    static final int KYC_RISK = 4;
    private static final int CODES = 5;
    private static final int PEP = 6;
    private static final byte UNKNOWN = 0;
    private static final byte KNOWN = 1;
    private static final byte KNOWN_PEP = 3;

    private final TextDictionary keys = new TextDictionary();
    private final TextDictionary codes = new TextDictionary();
    private int[] codesOf = new int[CODES * 16];
    private byte[] state = new byte[16];
    private byte[] points = new byte[0];

    /**
     * Adds the customer of a row.
     *
     * @throws IllegalStateException if there is one of that identifier already
     */
    void add(ColumnBatch batch, int row) {
        int customer = key(batch.text(0), row);
        if (state[customer] != UNKNOWN) {
            throw new IllegalStateException(
                    "two versions of customer " + keys.text(customer) + " hold on the business date");
        }
        for (int code = 0; code < CODES; code++) {
            TextVector text = batch.text(1 + code);
            codesOf[customer * CODES + code] = codes.add(text.data(), text.start(row), text.length(row));
        }
        boolean pep = ((io.daybreak.jobs.columnar.BooleanVector) batch.columns()[PEP]).get(row);
        state[customer] = pep ? KNOWN_PEP : KNOWN;
    }

    /** The number of the customer an account names. */
    int key(TextVector id, int row) {
        int customer = keys.add(id.data(), id.start(row), id.length(row));
        if (customer >= state.length) {
            state = Arrays.copyOf(state, customer * 2);
            codesOf = Arrays.copyOf(codesOf, customer * 2 * CODES);
        }
        return customer;
    }

    /** From now on nothing is added. */
    void done() {
        keys.indexed();
        codes.indexed();
        points = new byte[keys.size()];
        for (int customer = 0; customer < points.length; customer++) {
            if (known(customer)) {
                points[customer] = (byte) RiskScore.customerPoints(
                        codes.text(code(customer, TIER)), codes.text(code(customer, KYC_RISK)), pep(customer));
            }
        }
    }

    /** The number of a customer, or {@link TextDictionary#ABSENT}. */
    int find(byte[] id, int start, int length) {
        int customer = keys.find(id, start, length);
        return customer != TextDictionary.ABSENT && known(customer) ? customer : TextDictionary.ABSENT;
    }

    /** The identifiers, by number. */
    TextDictionary keys() {
        return keys;
    }

    /** What {@link #code} refers to. */
    TextDictionary codes() {
        return codes;
    }

    boolean known(int customer) {
        return state[customer] != UNKNOWN;
    }

    int code(int customer, int which) {
        return codesOf[customer * CODES + which];
    }

    boolean pep(int customer) {
        return state[customer] == KNOWN_PEP;
    }

    /** What the customer adds to a transaction's score. */
    int points(int customer) {
        return points[customer];
    }

    /** The customer as the row-wise rules see it. */
    AsOf.Customer get(int customer) {
        return new AsOf.Customer(
                text(customer, TIER),
                text(customer, TYPE),
                text(customer, COUNTRY),
                text(customer, SEGMENT),
                text(customer, KYC_RISK),
                pep(customer));
    }

    private StringData text(int customer, int which) {
        return StringData.fromString(codes.text(code(customer, which)));
    }
}
