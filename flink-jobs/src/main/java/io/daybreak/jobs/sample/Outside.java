package io.daybreak.jobs.sample;

/** The world outside the bank as pure functions of a number: counterparties with their accounts, and merchants. */
final class Outside {

    private static final String[] COUNTRIES = {
        "DE", "FR", "NL", "AT", "IT", "ES", "BE", "PL", "CZ", "SE", "GB", "CH", "US", "JP"
    };
    private static final int[] COUNTRY_SHARE = Draw.cumulative(600, 60, 60, 50, 40, 30, 25, 25, 20, 20, 25, 25, 15, 5);
    private static final String[] HOME = {"DE", "FR", "NL", "AT"};

    private static final String[] CATEGORIES = {
        "5411", "5812", "5541", "5814", "4121", "5912", "5311", "5691", "5732", "5942", "7832", "4511", "7011", "5651",
        "5200", "5499", "4814", "5999", "5661", "8011"
    };
    private static final int[] CATEGORY_SHARE =
            Draw.cumulative(220, 120, 90, 90, 40, 50, 40, 40, 30, 20, 15, 15, 20, 30, 30, 40, 30, 40, 20, 20);

    /** The merchant whose takings the hot account collects. */
    static final int HOT_MERCHANT = 0;

    private final long counterpartyKey;
    private final long merchantKey;
    private final int counterparties;
    private final int merchants;
    private final Population population;

    Outside(long seed, Population population) {
        counterpartyKey = Draw.table(seed, "outside");
        merchantKey = Draw.table(seed, "merchants");
        this.population = population;
        counterparties = Math.max(3_000, population.customers() * 2);
        merchants = Math.max(400, population.customers() / 20);
    }

    int merchants() {
        return merchants;
    }

    /** How many an account usually deals with. */
    static int usualCount(Population.Type type) {
        return switch (type) {
            case INDIVIDUAL -> 6;
            case BUSINESS -> 12;
            case CORPORATE, FINANCIAL -> 80;
        };
    }

    /** One of those an account usually deals with. */
    int usual(int account, int slot) {
        return Draw.below(Draw.key(counterpartyKey ^ 0x55L, account), slot, counterparties);
    }

    /** One of the five shops an account usually buys from; beyond those the big ones are likelier. */
    int usualMerchant(int account, int slot) {
        return zipfMerchant(Draw.unit(Draw.key(merchantKey ^ 0x55L, account), slot));
    }

    /** Skewed: half the payments go to about a sixth of the merchants. */
    int zipfMerchant(double uniform) {
        double cube = uniform * uniform * uniform;
        return 1 + (int) (cube * (merchants - 1));
    }

    int any(long key, int field) {
        return Draw.below(key, field, counterparties);
    }

    /** Every twelfth counterparty is itself a customer of the bank. */
    private boolean inside(int counterparty) {
        return counterparty % 12 == 5;
    }

    String country(int counterparty) {
        return inside(counterparty)
                ? "DE"
                : COUNTRIES[Draw.pick(Draw.key(counterpartyKey, counterparty), 0, COUNTRY_SHARE)];
    }

    String account(int counterparty) {
        if (inside(counterparty)) {
            return population.iban(Math.floorMod(counterparty * 31, population.accounts()));
        }
        return Identifiers.accountNumber(country(counterparty), Draw.key(counterpartyKey, counterparty));
    }

    String bank(int counterparty) {
        if (inside(counterparty)) {
            return SampleBank.BIC;
        }
        String country = country(counterparty);
        long bank = Draw.below(Draw.key(counterpartyKey, counterparty), 1, 40);
        return Identifiers.bic(country, Draw.key(counterpartyKey ^ country.hashCode(), bank));
    }

    static String merchantId(int merchant) {
        return Identifiers.numbered('M', merchant + 1L, 8);
    }

    String merchantCategory(int merchant) {
        return merchant == HOT_MERCHANT
                ? "5311"
                : CATEGORIES[Draw.pick(Draw.key(merchantKey, merchant), 0, CATEGORY_SHARE)];
    }

    String merchantCountry(int merchant) {
        long key = Draw.key(merchantKey, merchant);
        return merchant == HOT_MERCHANT || Draw.below(key, 1, 10) < 8 ? "DE" : HOME[Draw.below(key, 2, HOME.length)];
    }
}
