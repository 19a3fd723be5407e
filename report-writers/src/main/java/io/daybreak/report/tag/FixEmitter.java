package io.daybreak.report.tag;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Spells a layout as FIX messages, one after the other, each ended by a line feed as message logs have it. */
final class FixEmitter implements Emitter {

    static final char SEPARATOR = '\u0001';

    private final DeferredOutput out;
    private final String begin;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int depth;

    FixEmitter(DeferredOutput out, String begin) {
        this.out = out;
        this.begin = begin;
    }

    @Override
    public void begin(Node.Container container, String name) {
        depth++;
    }

    @Override
    public void value(Node.Leaf leaf, String text) {
        body.writeBytes((leaf.name() + "=" + text + SEPARATOR).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) {
        throw new IllegalStateException(
                "a FIX message carries its own length: no value in it can wait for the file's end");
    }

    @Override
    public void end(Node.Container container) throws IOException {
        depth--;
        if (depth > 0 || body.size() == 0) {
            return;
        }
        byte[] head = ("8=" + begin + SEPARATOR + "9=" + body.size() + SEPARATOR).getBytes(StandardCharsets.UTF_8);
        byte[] content = body.toByteArray();
        int sum = (sum(head) + sum(content)) % 256;
        out.write(head);
        out.write(content);
        out.write("10=%03d%c\n".formatted(sum, SEPARATOR).getBytes(StandardCharsets.UTF_8));
        body.reset();
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum += b & 0xFF;
        }
        return sum;
    }
}
