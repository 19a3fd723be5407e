package io.daybreak.jobs.prepare;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.data.StringData;
import org.jspecify.annotations.Nullable;

/** A bank of a few accounts. */
final class FixedAsOf implements AsOf {

    private final Map<StringData, Account> accounts = new HashMap<>();
    private final Map<StringData, Customer> customers = new HashMap<>();
    private @Nullable ValidationRule repetition;

    FixedAsOf() {
        customers.put(
                text("C1"),
                new Customer(text("STANDARD"), text("INDIVIDUAL"), text("NL"), text("MASS"), text("LOW"), false));
        account("A1", "C1", "OPEN", LocalDate.of(2020, 1, 1));
        account("A2", "C2", "OPEN", LocalDate.of(2020, 1, 1));
        account("CLOSED", "C1", "CLOSED", LocalDate.of(2020, 1, 1));
        account("BLOCKED", "C1", "BLOCKED", LocalDate.of(2020, 1, 1));
        account("NEW", "C1", "OPEN", LocalDate.of(2026, 4, 1));
        account("DORMANT", "C1", "DORMANT", LocalDate.of(2020, 1, 1));
    }

    private void account(String id, String customer, String status, LocalDate openedOn) {
        accounts.put(
                text(id),
                new Account(
                        text(customer),
                        text("CURRENT"),
                        text("EUR"),
                        text(status),
                        (int) openedOn.toEpochDay(),
                        500_000));
    }

    FixedAsOf repeated(ValidationRule rule) {
        repetition = rule;
        return this;
    }

    static StringData text(String value) {
        return StringData.fromString(value);
    }

    @Override
    public @Nullable Account account(StringData accountId) {
        return accounts.get(accountId);
    }

    @Override
    public @Nullable Customer customer(StringData customerId) {
        return customers.get(customerId);
    }

    @Override
    public long rateE8(StringData currency) {
        return switch (currency.toString()) {
            case "EUR" -> BaseAmount.ONE_E8;
            case "USD" -> 92_000_000L;
            case "JPY" -> 620_000L;
            default -> 0;
        };
    }

    @Override
    public RiskScore.CountryRisk countryRisk(StringData country) {
        return country.toString().equals("KP") ? RiskScore.CountryRisk.HIGH : RiskScore.CountryRisk.NONE;
    }

    @Override
    public boolean listed(StringData accountOrBank) {
        return accountOrBank.toString().equals("LISTED");
    }

    @Override
    public @Nullable ValidationRule repetition(StringData sourceFile, long sourceRow) {
        return repetition;
    }
}
