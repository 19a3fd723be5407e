package io.daybreak.risk.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content hash that names a scenario cube, so that P&L vectors of different cubes are never added. */
final class Identity {
    private final MessageDigest digest;

    Identity(String kind) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        add(kind);
    }

    Identity add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    Identity add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    Identity add(double[] numbers) {
        add(numbers.length);
        for (double number : numbers) {
            add(Double.doubleToLongBits(number));
        }
        return this;
    }

    Identity add(double[][] rows) {
        add(rows.length);
        for (double[] row : rows) {
            add(row);
        }
        return this;
    }

    Identity add(FactorSet factors) {
        add(factors.size());
        for (RiskFactor factor : factors.asList()) {
            add(factor.toString());
        }
        return this;
    }

    /** The first 16 hex digits of SHA-256. */
    String name() {
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
