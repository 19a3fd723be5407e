package io.daybreak.report.check;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Named checks a field type may ask for beyond its facets; specifications name them in lower case. */
public enum IdentifierCheck {
    /** ISO 17442 with MOD 97-10. */
    LEI(CheckDigits::isLei, "an LEI with sound check digits (MOD 97-10)"),
    /** ISO 6166 with Luhn. */
    ISIN(CheckDigits::isIsin, "an ISIN with a sound check digit (Luhn)"),
    /** ISO 13616 with MOD 97-10. */
    IBAN(CheckDigits::isIban, "an IBAN with sound check digits (MOD 97-10)"),
    /** Regulation C universal loan identifier. */
    ULI(CheckDigits::isUli, "a ULI of 23 to 45 characters with sound check digits (MOD 97-10)"),
    /** ABA routing number. */
    ROUTING(CheckDigits::isRoutingNumber, "a nine-digit routing number with a sound check digit (3-7-1)"),
    /** ISO 4217 alphabetic code in use. */
    CURRENCY(Codes.CURRENCIES::contains, "an ISO 4217 currency"),
    /** ISO 3166-1 alpha-2 code, with the user-assigned XK. */
    COUNTRY(Codes.COUNTRIES::contains, "an ISO 3166-1 alpha-2 country");

    private final Predicate<String> sound;
    private final String bound;

    IdentifierCheck(Predicate<String> sound, String bound) {
        this.sound = sound;
        this.bound = bound;
    }

    /** Whether the text passes. */
    public boolean passes(String text) {
        return sound.test(text);
    }

    /** Whether every text that passes matches a pattern, as schemas spell it, so that the pattern need not be tried as well. */
    public boolean implies(String pattern) {
        return switch (this) {
            case LEI -> pattern.equals("[A-Z0-9]{18,18}[0-9]{2,2}");
            case ISIN -> pattern.equals("[A-Z]{2,2}[A-Z0-9]{9,9}[0-9]{1,1}");
            case CURRENCY -> pattern.equals("[A-Z]{3,3}");
            case COUNTRY -> pattern.equals("[A-Z]{2,2}");
            case IBAN, ULI, ROUTING -> false;
        };
    }

    /** What passes, in words. */
    public String bound() {
        return bound;
    }

    private static final class Codes {
        static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
        static final Set<String> COUNTRIES = countries();

        private static Set<String> countries() {
            Set<String> countries = new java.util.HashSet<>(Set.of(Locale.getISOCountries()));
            countries.add("XK");
            return Set.copyOf(countries);
        }
    }
}
