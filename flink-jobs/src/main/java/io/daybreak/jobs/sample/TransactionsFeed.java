package io.daybreak.jobs.sample;

import io.daybreak.jobs.contract.Catalogue;
import io.daybreak.jobs.contract.TableSpec;
import java.io.IOException;

/** The transactions of the day: ordinary rows, planted patterns and spoilt rows. */
final class TransactionsFeed implements Feed {

    private static final int MOST_ROWS = 250_000;
    private static final int SPLIT_FROM = 10_000;
    private static final int LEAST_FILES = 4;

    private final long transactions;
    private final boolean wide;
    private final DayBook book;
    private final Plants plants;
    private final Defects defects;

    TransactionsFeed(long transactions, boolean wide, DayBook book, Plants plants, Defects defects) {
        this.transactions = transactions;
        this.wide = wide;
        this.book = book;
        this.plants = plants;
        this.defects = defects;
    }

    @Override
    public TableSpec table() {
        return Catalogue.TRANSACTIONS;
    }

    @Override
    public long units() {
        return transactions;
    }

    @Override
    public long unitsPerFile() {
        long files = (transactions + MOST_ROWS - 1) / MOST_ROWS;
        long wanted = transactions >= SPLIT_FROM ? Math.max(files, LEAST_FILES) : files;
        return (transactions + wanted - 1) / wanted;
    }

    /** Makes the row as it lands. */
    void fill(long row, Draft draft) {
        Planted planted = plants.at(row);
        if (planted != null) {
            plants.fill(row, planted, book, draft);
            return;
        }
        Defect defect = defects.at(row);
        if (defect == null) {
            book.fill(row, draft);
        } else {
            defects.fill(row, defect, draft);
        }
    }

    @Override
    public void write(long unit, Cells out) throws IOException {
        Draft draft = new Draft();
        fill(unit, draft);
        out.text("transaction_id", draft.transactionId);
        out.text("account_id", draft.accountId);
        out.text("customer_id", draft.customerId);
        out.text("transaction_type", draft.type);
        if (draft.hasAmount) {
            out.money("amount", draft.amountCents);
        }
        out.text("currency", draft.currency);
        if (draft.hasBookingTime) {
            out.instant("booking_time", draft.bookingMicros);
        }
        if (draft.hasValueDate) {
            out.date("value_date", draft.valueDate);
        }
        out.text("channel", draft.channel);
        out.text("payment_method", draft.method);
        out.text("merchant_category", draft.merchantCategory);
        out.text("country", draft.country);
        out.text("counterparty_account", draft.counterpartyAccount);
        out.text("counterparty_bank", draft.counterpartyBank);
        out.text("counterparty_country", draft.counterpartyCountry);
        out.text("description", draft.description);
        out.text("reference", draft.reference);
        out.text("device_id", draft.deviceId);
        out.text("ip_address", draft.ipAddress);
        out.text("branch_code", draft.branch);
        if (wide) {
            PaymentMessage.append(draft, book.key(unit), out.compose("payment_message"));
        }
        out.end();
    }
}
