package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import java.io.Serializable;

/**
 * Terms of a vanilla option.
 *
 * @param strike positive under Black-Scholes, any finite number under Bachelier
 * @param expiryYears time to expiry in years, zero at expiry
 */
public record EuropeanOption(OptionType type, double strike, double expiryYears) implements Serializable {
    /** Right to buy or right to sell. */
    public enum OptionType {
        CALL(1.0),
        PUT(-1.0);

        private final double sign;

        OptionType(double sign) {
            this.sign = sign;
        }

        /** Plus one for a call, minus one for a put. */
        public double sign() {
            return sign;
        }
    }

    public EuropeanOption {
        Refuse.nonFinite("strike", strike);
        Refuse.negative("expiryYears", expiryYears);
    }

    /** Value at expiry, per unit of the underlying. */
    public double payoff(double spot) {
        return Math.max(0.0, type.sign() * (spot - strike));
    }
}
