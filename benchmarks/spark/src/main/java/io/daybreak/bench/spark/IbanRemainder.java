package io.daybreak.bench.spark;

import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** ISO 7064 MOD 97-10 of an IBAN, its first four characters moved to the end: what an engineer writes rather than SQL. */
final class IbanRemainder implements UDF1<String, Integer> {

    private static final long serialVersionUID = 1L;
    private static final int MODULUS = 97;

    @Override
    public @Nullable Integer call(@Nullable String iban) {
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
