package io.daybreak.bench.child;

import org.apache.flink.table.functions.ScalarFunction;
import org.jspecify.annotations.Nullable;

/** ISO 7064 MOD 97-10 of an IBAN, its first four characters moved to the end: what an engineer writes rather than SQL. */
public final class IbanRemainder extends ScalarFunction {

    private static final long serialVersionUID = 1L;
    private static final int MODULUS = 97;

    public @Nullable Integer eval(@Nullable String iban) {
        if (iban == null) {
            return null;
        }
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            char c = iban.charAt((i + 4) % iban.length());
            remainder = c <= '9' ? (remainder * 10 + c - '0') % MODULUS : (remainder * 100 + c - 'A' + 10) % MODULUS;
        }
        return remainder;
    }
}
