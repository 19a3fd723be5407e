package io.daybreak.jobs.prepare;

import io.daybreak.jobs.contract.Catalogue;

/** Where the columns of a landed transaction are; behind them come its source file and row. */
final class TransactionColumns {

    static final int TRANSACTION_ID = at("transaction_id");
    static final int ACCOUNT_ID = at("account_id");
    static final int CUSTOMER_ID = at("customer_id");
    static final int TRANSACTION_TYPE = at("transaction_type");
    static final int AMOUNT = at("amount");
    static final int CURRENCY = at("currency");
    static final int BOOKING_TIME = at("booking_time");
    static final int VALUE_DATE = at("value_date");
    static final int CHANNEL = at("channel");
    static final int PAYMENT_METHOD = at("payment_method");
    static final int COUNTRY = at("country");
    static final int COUNTERPARTY_ACCOUNT = at("counterparty_account");
    static final int COUNTERPARTY_BANK = at("counterparty_bank");
    static final int COUNTERPARTY_COUNTRY = at("counterparty_country");
    static final int DESCRIPTION = at("description");
    static final int REFERENCE = at("reference");
    static final int IP_ADDRESS = at("ip_address");
    static final int SOURCE_FILE = Catalogue.TRANSACTIONS.columns().size();
    static final int SOURCE_ROW = SOURCE_FILE + 1;

    /** Every amount of a transaction is DECIMAL(18,2). */
    static final int AMOUNT_PRECISION = 18;

    static final int AMOUNT_SCALE = 2;

    private static int at(String column) {
        return Catalogue.TRANSACTIONS.indexOf(column);
    }

    private TransactionColumns() {}
}
