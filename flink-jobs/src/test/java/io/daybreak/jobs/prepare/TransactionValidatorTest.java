package io.daybreak.jobs.prepare;

import static io.daybreak.jobs.prepare.TransactionRow.BUSINESS_DATE;
import static io.daybreak.jobs.prepare.ValidationRule.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.flink.table.data.RowData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionValidatorTest {

    private final TransactionValidator validator = new TransactionValidator(BUSINESS_DATE, 5, 30);
    private final FixedAsOf asOf = new FixedAsOf();

    /** For every rule a change of a good row that breaks this rule and no other. */
    private static final Map<ValidationRule, UnaryOperator<TransactionRow>> BREAKS =
            new EnumMap<>(ValidationRule.class);

    static {
        BREAKS.put(TRANSACTION_ID_MISSING, row -> row.with("transaction_id", " "));
        BREAKS.put(ACCOUNT_MISSING, row -> row.without("account_id"));
        BREAKS.put(CUSTOMER_MISSING, row -> row.without("customer_id"));
        BREAKS.put(AMOUNT_MISSING, row -> row.without("amount"));
        BREAKS.put(AMOUNT_NOT_POSITIVE, row -> row.amount("0.00"));
        BREAKS.put(TYPE_INVALID, row -> row.with("transaction_type", "debit"));
        BREAKS.put(CURRENCY_INVALID, row -> row.with("currency", "DEM"));
        BREAKS.put(AMOUNT_PRECISION, row -> row.with("currency", "JPY").amount("1000.50"));
        BREAKS.put(NO_FIXING, row -> row.with("currency", "MNT"));
        BREAKS.put(BOOKING_TIME_MISSING, row -> row.without("booking_time"));
        BREAKS.put(BOOKED_TOO_EARLY, row -> row.bookedAt(LocalDateTime.of(2026, 3, 25, 23, 59)));
        BREAKS.put(BOOKED_IN_FUTURE, row -> row.bookedAt(LocalDateTime.of(2026, 4, 1, 0, 0)));
        BREAKS.put(VALUE_DATE_MISSING, row -> row.without("value_date"));
        BREAKS.put(VALUE_DATE_INCONSISTENT, row -> row.valueDate(LocalDate.of(2026, 5, 1)));
        BREAKS.put(ACCOUNT_UNKNOWN, row -> row.with("account_id", "A9"));
        BREAKS.put(CUSTOMER_UNKNOWN, row -> row.with("customer_id", "C2").with("account_id", "A2"));
        BREAKS.put(ACCOUNT_OF_OTHER_CUSTOMER, row -> row.with("account_id", "A2"));
        BREAKS.put(ACCOUNT_CLOSED, row -> row.with("account_id", "CLOSED"));
        BREAKS.put(ACCOUNT_BLOCKED, row -> row.with("account_id", "BLOCKED"));
        BREAKS.put(ACCOUNT_NOT_YET_OPEN, row -> row.with("account_id", "NEW"));
        BREAKS.put(DEBIT_OVER_LIMIT, row -> row.amount("5000.01"));
        BREAKS.put(COUNTRY_INVALID, row -> row.without("country"));
        BREAKS.put(COUNTERPARTY_COUNTRY_INVALID, row -> row.with("counterparty_country", "UK"));
        BREAKS.put(BIC_MALFORMED, row -> row.with("counterparty_bank", "DEUTDEFF5"));
        BREAKS.put(IBAN_CHECK_DIGITS, row -> row.with("counterparty_account", "GB82WEST12345698765433"));
        BREAKS.put(REFERENCE_MALFORMED, row -> row.with("reference", "a_b"));
        BREAKS.put(CONTROL_CHARACTERS, row -> row.with("description", "a\u0000b"));
        BREAKS.put(CHANNEL_UNKNOWN, row -> row.with("channel", "FAX"));
        BREAKS.put(PAYMENT_METHOD_UNKNOWN, row -> row.without("payment_method"));
        BREAKS.put(IP_MALFORMED, row -> row.with("ip_address", "256.1.1.1"));
        BREAKS.put(DUPLICATE_IN_DAY, row -> row);
        BREAKS.put(DUPLICATE_OF_HISTORY, row -> row);
    }

    @Test
    void a_good_row_fails_nothing() {
        assertThat(failures(new TransactionRow())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ValidationRule.class)
    void every_rule_is_broken_by_its_own_defect_alone(ValidationRule rule) {
        if (rule == DUPLICATE_IN_DAY || rule == DUPLICATE_OF_HISTORY) {
            asOf.repeated(rule);
        }

        Set<ValidationRule> failed = failures(BREAKS.get(rule).apply(new TransactionRow()));

        assertThat(failed).containsExactly(rule);
    }

    @Test
    void a_row_carries_every_rule_it_fails() {
        TransactionRow row = new TransactionRow()
                .without("amount")
                .with("currency", "XXX")
                .with("reference", "")
                .bookedAt(LocalDateTime.of(2026, 4, 2, 0, 0));

        assertThat(failures(row))
                .containsExactly(AMOUNT_MISSING, CURRENCY_INVALID, BOOKED_IN_FUTURE, REFERENCE_MALFORMED);
    }

    @Test
    void a_row_of_nothing_is_rejected_for_everything_it_lacks() {
        TransactionRow row = new TransactionRow();
        io.daybreak.jobs.contract.Catalogue.TRANSACTIONS.columnNames().forEach(row::without);

        assertThat(failures(row))
                .containsExactly(
                        TRANSACTION_ID_MISSING,
                        ACCOUNT_MISSING,
                        CUSTOMER_MISSING,
                        AMOUNT_MISSING,
                        TYPE_INVALID,
                        CURRENCY_INVALID,
                        BOOKING_TIME_MISSING,
                        VALUE_DATE_MISSING,
                        COUNTRY_INVALID,
                        CHANNEL_UNKNOWN,
                        PAYMENT_METHOD_UNKNOWN);
    }

    @Test
    void the_limit_is_compared_in_base_currency() {
        TransactionRow justUnder = new TransactionRow().with("currency", "USD").amount("5434.78");
        TransactionRow justOver = new TransactionRow().with("currency", "USD").amount("5434.80");

        assertThat(failures(justUnder)).isEmpty();
        assertThat(failures(justOver)).containsExactly(DEBIT_OVER_LIMIT);
    }

    @Test
    void a_credit_has_no_limit() {
        assertThat(failures(
                        new TransactionRow().with("transaction_type", "CREDIT").amount("9999999.99")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::1", "fe80:0:0:0:1:2:3:4"})
    void real_addresses_pass(String address) {
        assertThat(failures(new TransactionRow().with("ip_address", address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1.2.3.4.5", "1.2.3.4.", "a.b.c.d", "12345::1", "gggg::"})
    void what_is_no_address_does_not(String address) {
        assertThat(failures(new TransactionRow().with("ip_address", address))).containsExactly(IP_MALFORMED);
    }

    @Test
    void rule_identifiers_are_unique_and_in_order() {
        assertThat(Arrays.stream(values()).map(ValidationRule::id)).isSorted().doesNotHaveDuplicates();
    }

    private Set<ValidationRule> failures(TransactionRow builder) {
        RowData row = builder.row();
        AsOf.Account account = row.isNullAt(TransactionColumns.ACCOUNT_ID)
                ? null
                : asOf.account(row.getString(TransactionColumns.ACCOUNT_ID));
        AsOf.Customer customer = row.isNullAt(TransactionColumns.CUSTOMER_ID)
                ? null
                : asOf.customer(row.getString(TransactionColumns.CUSTOMER_ID));
        long failed = validator.failures(row, asOf, account, customer);
        Set<ValidationRule> rules = EnumSet.noneOf(ValidationRule.class);
        for (ValidationRule rule : values()) {
            if ((failed & rule.bit()) != 0) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
