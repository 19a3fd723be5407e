package io.daybreak.jobs.columnar;

import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The Parquet format's RLE / bit-packing hybrid over a byte array, whole pages at a time: levels and dictionary numbers.
 *
 * <p>Reference: Apache Parquet, Encodings, "Run Length Encoding / Bit-Packing Hybrid (RLE = 3)".
 */
final class HybridRuns {

    private static final int GROUP = 8;
    private static final int MAX_VARINT_BYTES = 5;
    private static final int VARINT_BITS = 7;

    /**
     * Reads numbers.
     *
     * @param end first byte behind the encoded runs
     * @param width bits of a number
     * @param into at least count rounded up to a multiple of 8 long
     */
    static void read(byte[] bytes, int from, int end, int width, int[] into, int count) {
        BytePacker packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
        int at = from;
        int done = 0;
        while (done < count) {
            int header = 0;
            for (int shift = 0; ; shift += VARINT_BITS) {
                if (at == end) {
                    throw new ParquetDecodingException("a page ends after " + done + " of " + count + " values");
                }
                int b = bytes[at++];
                header |= (b & 0x7f) << shift;
                if (b >= 0) {
                    break;
                }
            }
            if ((header & 1) == 0) {
                int run = Math.min(header >>> 1, count - done);
                int value = 0;
                for (int i = 0; i < (width + GROUP - 1) / GROUP; i++) {
                    value |= (bytes[at++] & 0xff) << (i * GROUP);
                }
                java.util.Arrays.fill(into, done, done + run, value);
                done += run;
            } else {
                int groups = Math.min(header >>> 1, (count - done + GROUP - 1) / GROUP);
                for (int group = 0; group < groups; group++) {
                    unpack(packer, bytes, at, end, width, into, done);
                    at += width;
                    done += GROUP;
                }
                at += ((header >>> 1) - groups) * width;
            }
        }
    }

    /** Eight numbers; the last group of a page may be cut short by writers that leave out the padding. */
    private static void unpack(BytePacker packer, byte[] bytes, int at, int end, int width, int[] into, int done) {
        if (at + width <= end) {
            packer.unpack8Values(bytes, at, into, done);
        } else {
            byte[] padded = new byte[width];
            System.arraycopy(bytes, at, padded, 0, Math.max(0, end - at));
            packer.unpack8Values(padded, 0, into, done);
        }
    }

    /** Most bytes {@link #write} can need. */
    static int bound(int width, int count) {
        return MAX_VARINT_BYTES + (count + GROUP - 1) / GROUP * width + Integer.BYTES;
    }

    /**
     * Writes numbers: as one run if they are all the same, else bit-packed whole.
     *
     * @param numbers with zeros behind the last up to a multiple of 8
     * @return first byte behind what was written
     */
    static int write(int[] numbers, int count, int width, byte[] into, int from) {
        if (count == 0) {
            return from;
        }
        if (allSame(numbers, count)) {
            int at = varint(count << 1, into, from);
            for (int i = 0; i < (width + GROUP - 1) / GROUP; i++) {
                into[at++] = (byte) (numbers[0] >>> (i * GROUP));
            }
            return at;
        }
        BytePacker packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
        int groups = (count + GROUP - 1) / GROUP;
        int at = varint(groups << 1 | 1, into, from);
        for (int group = 0; group < groups; group++) {
            packer.pack8Values(numbers, group * GROUP, into, at);
            at += width;
        }
        return at;
    }

    private static boolean allSame(int[] numbers, int count) {
        for (int i = 1; i < count; i++) {
            if (numbers[i] != numbers[0]) {
                return false;
            }
        }
        return true;
    }

    private static int varint(int value, byte[] into, int from) {
        int at = from;
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            into[at++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= VARINT_BITS;
        }
        into[at++] = (byte) rest;
        return at;
    }

    private HybridRuns() {}
}
