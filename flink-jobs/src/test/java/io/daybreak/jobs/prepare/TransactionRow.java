package io.daybreak.jobs.prepare;

import io.daybreak.jobs.contract.Catalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/** A landed transaction that passes every rule, to be changed one column at a time. */
final class TransactionRow {

    static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 3, 31);

    private final GenericRowData row = new GenericRowData(TransactionColumns.SOURCE_ROW + 1);

    TransactionRow() {
        with("transaction_id", "T1")
                .with("account_id", "A1")
                .with("customer_id", "C1")
                .with("transaction_type", "DEBIT")
                .amount("120.00")
                .with("currency", "EUR")
                .bookedAt(LocalDateTime.of(2026, 3, 31, 10, 15))
                .valueDate(LocalDate.of(2026, 4, 1))
                .with("channel", "ONLINE")
                .with("payment_method", "TRANSFER")
                .with("country", "NL")
                .with("counterparty_account", "GB82WEST12345698765432")
                .with("counterparty_bank", "DEUTDEFF500")
                .with("counterparty_country", "DE")
                .with("description", "Invoice 17")
                .with("reference", "INV-17/2026")
                .with("ip_address", "192.0.2.7");
        row.setField(TransactionColumns.SOURCE_FILE, StringData.fromString("part-00000.parquet"));
        row.setField(TransactionColumns.SOURCE_ROW, 7L);
    }

    TransactionRow with(String column, String value) {
        row.setField(Catalogue.TRANSACTIONS.indexOf(column), StringData.fromString(value));
        return this;
    }

    TransactionRow without(String column) {
        row.setField(Catalogue.TRANSACTIONS.indexOf(column), null);
        return this;
    }

    TransactionRow amount(String amount) {
        row.setField(TransactionColumns.AMOUNT, DecimalData.fromBigDecimal(new BigDecimal(amount), 18, 2));
        return this;
    }

    TransactionRow bookedAt(LocalDateTime time) {
        row.setField(TransactionColumns.BOOKING_TIME, TimestampData.fromLocalDateTime(time));
        return this;
    }

    TransactionRow valueDate(LocalDate date) {
        row.setField(TransactionColumns.VALUE_DATE, (int) date.toEpochDay());
        return this;
    }

    RowData row() {
        return row;
    }
}
