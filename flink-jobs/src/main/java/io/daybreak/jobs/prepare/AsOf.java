package io.daybreak.jobs.prepare;

import org.apache.flink.table.data.StringData;
import org.jspecify.annotations.Nullable;

/** Reference data as of the business date, looked up by key. What a transaction is checked against and enriched with. */
interface AsOf {

    /**
     * An account in the version that holds on the business date.
     *
     * @param dailyLimitCents in hundredths of its currency
     * @param openedOn day since 1970-01-01
     */
    record Account(
            StringData customerId,
            StringData product,
            StringData currency,
            StringData status,
            int openedOn,
            long dailyLimitCents) {}

    /** A customer in the version that holds on the business date. */
    record Customer(
            StringData tier,
            StringData type,
            StringData country,
            StringData segment,
            StringData kycRisk,
            boolean pep) {}

    @Nullable Account account(StringData accountId);

    @Nullable Customer customer(StringData customerId);

    /** Hundred-millionths of the base currency for one unit, or 0 if there is no fixing. */
    long rateE8(StringData currency);

    /** Which list a country is on. */
    RiskScore.CountryRisk countryRisk(StringData country);

    /** Whether an account or a bank is on a list. */
    boolean listed(StringData accountOrBank);

    /** Why a landed row is a repetition, if it is one. */
    @Nullable ValidationRule repetition(StringData sourceFile, long sourceRow);
}
