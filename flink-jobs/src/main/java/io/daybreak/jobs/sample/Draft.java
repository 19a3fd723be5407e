package io.daybreak.jobs.sample;

import org.jspecify.annotations.Nullable;

/** One transaction in the making; reused for row after row. Fields are named as the contract's columns. */
final class Draft {
    @Nullable String transactionId;

    @Nullable String accountId;

    @Nullable String customerId;

    @Nullable String type;

    /** Whether there is an amount at all. */
    boolean hasAmount;

    long amountCents;

    @Nullable String currency;

    /** Whether there is a booking time at all. */
    boolean hasBookingTime;

    long bookingMicros;

    /** Whether there is a value date at all. */
    boolean hasValueDate;

    long valueDate;

    @Nullable String channel;

    @Nullable String method;

    @Nullable String merchantCategory;

    @Nullable String country;

    @Nullable String counterpartyAccount;

    @Nullable String counterpartyBank;

    @Nullable String counterpartyCountry;

    @Nullable String description;

    @Nullable String reference;

    @Nullable String deviceId;

    @Nullable String ipAddress;

    @Nullable String branch;

    /** Index of the account the row was made for; defects may have changed what the row says. */
    int account;

    void clear() {
        transactionId = null;
        accountId = null;
        customerId = null;
        type = null;
        hasAmount = false;
        amountCents = 0;
        currency = null;
        hasBookingTime = false;
        bookingMicros = 0;
        hasValueDate = false;
        valueDate = 0;
        channel = null;
        method = null;
        merchantCategory = null;
        country = null;
        counterpartyAccount = null;
        counterpartyBank = null;
        counterpartyCountry = null;
        description = null;
        reference = null;
        deviceId = null;
        ipAddress = null;
        branch = null;
        account = -1;
    }

    boolean credit() {
        return "CREDIT".equals(type);
    }
}
