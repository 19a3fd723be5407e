package io.daybreak.report.fixed;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Spells a layout as records of fixed width, in single bytes. */
final class FixedWidthEmitter implements Emitter {

    private final DeferredOutput out;
    private final FixedWidthEngine.Options options;
    private final byte[] record;
    private final byte[] lineEnd;
    private final List<Place> deferred = new ArrayList<>();
    private boolean open;
    private long lines;

    private record Place(int from, int to, Supplier<byte[]> content) {}

    FixedWidthEmitter(DeferredOutput out, FixedWidthEngine.Options options) {
        this.out = out;
        this.options = options;
        this.record = new byte[options.width()];
        this.lineEnd = options.line().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        endRecord();
    }

    @Override
    public void value(Node.Leaf leaf, String text) {
        open();
        place(leaf, text, record);
    }

    private static void place(Node.Leaf leaf, String text, byte[] target) {
        int from = from(leaf);
        int to = Integer.parseInt(option(leaf, "to"));
        byte fill = (byte) option(leaf, "fill").charAt(0);
        Arrays.fill(target, from, to, fill);
        int start = option(leaf, "align").equals("right") ? to - text.length() : from;
        for (int i = 0; i < text.length(); i++) {
            target[start + i] = (byte) text.charAt(i);
        }
    }

    private static int from(Node.Leaf leaf) {
        return Integer.parseInt(option(leaf, "from"));
    }

    private static String option(Node.Leaf leaf, String name) {
        return Objects.requireNonNull(leaf.options().get(name), name);
    }

    @Override
    public void absent(Node.Leaf leaf) {
        value(leaf, "");
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) {
        open();
        int from = from(leaf);
        int to = Integer.parseInt(option(leaf, "to"));
        deferred.add(new Place(from, to, () -> {
            byte[] line = new byte[to];
            place(leaf, text.get(), line);
            return Arrays.copyOfRange(line, from, to);
        }));
    }

    private void open() {
        if (!open) {
            Arrays.fill(record, (byte) ' ');
            open = true;
            lines++;
        }
    }

    @Override
    public void end(Node.Container container) throws IOException {
        endRecord();
    }

    private void endRecord() throws IOException {
        if (!open) {
            return;
        }
        deferred.sort(Comparator.comparingInt(Place::from));
        int written = 0;
        for (Place place : deferred) {
            out.write(record, written, place.from() - written);
            out.hole(place.content());
            written = place.to();
        }
        out.write(record, written, record.length - written);
        out.write(lineEnd);
        deferred.clear();
        open = false;
    }

    @Override
    public void endFile() throws IOException {
        endRecord();
        Arrays.fill(record, (byte) options.fill());
        for (long line = lines; line % options.block() != 0; line++) {
            out.write(record);
            out.write(lineEnd);
        }
    }

    @Override
    public long count(String name) {
        long including = open ? lines : lines + 1;
        return switch (name) {
            case "lines" -> including;
            case "blocks" -> (including + options.block() - 1) / options.block();
            default -> Emitter.super.count(name);
        };
    }
}
