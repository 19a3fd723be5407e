package io.daybreak.risk.revalue;

import io.daybreak.risk.Refuse;
import io.daybreak.risk.RefusedInputException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Profit and loss of something in every scenario of one cube, in whole quanta of 1e-4 currency units; gains positive.
 *
 * <p>Vectors add, values at risk do not. Two vectors add only if they belong to the same cube
 * ({@link #scenarioIdentity}); the sum has the same bits in any order. A book that was not revalued has no vector,
 * which is not the same as a vector of zeros.
 */
public final class PnlVector implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String scenarioIdentity;
    private final long[] quanta;

    private PnlVector(String scenarioIdentity, long[] quanta) {
        this.scenarioIdentity = scenarioIdentity;
        this.quanta = quanta;
    }

    public static PnlVector zero(String scenarioIdentity, int scenarios) {
        return ofQuanta(scenarioIdentity, new long[scenarios]);
    }

    public static PnlVector ofQuanta(String scenarioIdentity, long[] quanta) {
        Refuse.blank("scenario identity", scenarioIdentity);
        Refuse.fewerThan("number of scenarios", quanta.length, 1);
        return new PnlVector(scenarioIdentity, quanta.clone());
    }

    /** Rounds each amount in currency units to the nearest quantum. */
    public static PnlVector ofUnits(String scenarioIdentity, double[] amounts) {
        long[] quanta = new long[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            quanta[i] = Quantum.holds(amounts[i])
                    ? Quantum.rounded(amounts[i])
                    : Quantum.of("P&L of scenario " + i, amounts[i]);
        }
        return ofQuanta(scenarioIdentity, quanta);
    }

    public String scenarioIdentity() {
        return scenarioIdentity;
    }

    /** Number of scenarios. */
    public int size() {
        return quanta.length;
    }

    public long quanta(int scenario) {
        return quanta[scenario];
    }

    /** P&L of one scenario in currency units. */
    public double units(int scenario) {
        return Quantum.toUnits(quanta[scenario]);
    }

    /** P&L of all scenarios in currency units. */
    public double[] toUnits() {
        double[] units = new double[quanta.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = Quantum.toUnits(quanta[i]);
        }
        return units;
    }

    public long[] toQuanta() {
        return quanta.clone();
    }

    /**
     * The sum of two vectors of one cube.
     *
     * @throws RefusedInputException if the vectors belong to different cubes or the sum leaves the range of a long
     */
    public PnlVector plus(PnlVector other) {
        checkSameCube(other);
        long[] sum = new long[quanta.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = added(i, quanta[i], other.quanta[i]);
        }
        return new PnlVector(scenarioIdentity, sum);
    }

    /** What remains when {@code other} is taken out. */
    public PnlVector minus(PnlVector other) {
        checkSameCube(other);
        long[] rest = new long[quanta.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = added(i, quanta[i], -other.quanta[i]);
        }
        return new PnlVector(scenarioIdentity, rest);
    }

    /** Big-endian: length of the identity, identity in UTF-8, number of scenarios, quanta. */
    public byte[] toBytes() {
        byte[] name = scenarioIdentity.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + name.length + quanta.length * Long.BYTES);
        buffer.putInt(name.length).put(name).putInt(quanta.length);
        buffer.asLongBuffer().put(quanta);
        return buffer.array();
    }

    /** Reads what {@link #toBytes} wrote; refuses bytes that are too few or too many. */
    public static PnlVector fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < Integer.BYTES) {
            throw truncated(bytes.length, Integer.BYTES);
        }
        int nameLength = buffer.getInt();
        long headEnd = 2L * Integer.BYTES + nameLength;
        if (nameLength < 0 || bytes.length < headEnd) {
            throw truncated(bytes.length, headEnd);
        }
        byte[] name = new byte[nameLength];
        buffer.get(name);
        int count = buffer.getInt();
        if (count < 0 || bytes.length != headEnd + (long) count * Long.BYTES) {
            throw truncated(bytes.length, headEnd + (long) count * Long.BYTES);
        }
        long[] quanta = new long[count];
        buffer.asLongBuffer().get(quanta);
        return ofQuanta(new String(name, StandardCharsets.UTF_8), quanta);
    }

    private static RefusedInputException truncated(int actual, long expected) {
        return new RefusedInputException(
                "encoded P&L vector has " + actual + " bytes; " + expected + " follow from its head");
    }

    private static long added(int scenario, long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new RefusedInputException("P&L of scenario " + scenario + " overflows: " + a + " + " + b
                    + " quanta exceed 9.2e14 currency units");
        }
        return sum;
    }

    private void checkSameCube(PnlVector other) {
        if (!scenarioIdentity.equals(other.scenarioIdentity) || quanta.length != other.quanta.length) {
            throw new RefusedInputException("P&L vectors of different scenario cubes do not add: " + scenarioIdentity
                    + " with " + quanta.length + " scenarios and " + other.scenarioIdentity + " with "
                    + other.quanta.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PnlVector that
                && scenarioIdentity.equals(that.scenarioIdentity)
                && Arrays.equals(quanta, that.quanta);
    }

    @Override
    public int hashCode() {
        return 31 * scenarioIdentity.hashCode() + Arrays.hashCode(quanta);
    }

    @Override
    public String toString() {
        return "PnlVector[" + scenarioIdentity + ", " + quanta.length + " scenarios]";
    }
}
