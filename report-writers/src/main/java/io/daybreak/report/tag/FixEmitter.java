package io.daybreak.report.tag;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Spells a layout as FIX messages, one after the other, each ended by a line feed as message logs have it. */
final class FixEmitter implements Emitter {

    static final char SEPARATOR = '\u0001';

    private static final byte[] TRAILER = "10=".getBytes(StandardCharsets.US_ASCII);

    private final DeferredOutput out;
    private final byte[] begin;
    private final FixTags tags;
    private byte[] body = new byte[1024];
    private int length;
    private int depth;

    FixEmitter(DeferredOutput out, String begin, FixTags tags) {
        this.out = out;
        this.begin = ("8=" + begin + SEPARATOR + "9=").getBytes(StandardCharsets.UTF_8);
        this.tags = tags;
    }

    @Override
    public void begin(Node.Container container, String name) {
        depth++;
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) {
        byte[] tag = tags.of(leaf);
        int end = length + tag.length + text.length() + 1;
        if (end > body.length) {
            body = Arrays.copyOf(body, 2 * end);
        }
        System.arraycopy(tag, 0, body, length, tag.length);
        System.arraycopy(text.bytes(), 0, body, length + tag.length, text.length());
        body[end - 1] = (byte) SEPARATOR;
        length = end;
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) {
        throw new IllegalStateException(
                "a FIX message carries its own length: no value in it can wait for the file's end");
    }

    @Override
    public void end(Node.Container container) throws IOException {
        depth--;
        if (depth > 0 || length == 0) {
            return;
        }
        byte[] count = Integer.toString(length).getBytes(StandardCharsets.US_ASCII);
        int sum = (sum(begin, begin.length) + sum(count, count.length) + SEPARATOR + sum(body, length)) % 256;
        out.write(begin);
        out.write(count);
        out.write(SEPARATOR);
        out.write(body, 0, length);
        out.write(TRAILER);
        out.write('0' + sum / 100);
        out.write('0' + sum / 10 % 10);
        out.write('0' + sum % 10);
        out.write(SEPARATOR);
        out.write('\n');
        length = 0;
    }

    private static int sum(byte[] bytes, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum;
    }
}
