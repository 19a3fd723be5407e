package io.daybreak.report.fixed;

import io.daybreak.report.layout.Emitter;
import io.daybreak.report.layout.Node;
import io.daybreak.report.output.DeferredOutput;
import io.daybreak.report.text.ByteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Spells a layout as records of fixed width, in single bytes. */
final class FixedWidthEmitter implements Emitter {

    private final DeferredOutput out;
    private final FixedWidthEngine.Options options;
    private final FixedWidthPlaces places;
    private final byte[] record;
    private final byte[] lineEnd;
    private final List<Hole> deferred = new ArrayList<>();
    private byte[] template = FixedWidthPlaces.NONE;
    private boolean open;
    private long lines;

    private record Hole(FixedWidthPlaces.Place place, Supplier<byte[]> content) {}

    FixedWidthEmitter(DeferredOutput out, FixedWidthEngine.Options options, FixedWidthPlaces places) {
        this.out = out;
        this.options = options;
        this.places = places;
        this.record = new byte[options.width()];
        this.lineEnd = options.line().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void begin(Node.Container container, String name) throws IOException {
        endRecord();
        template = places.template(container);
    }

    @Override
    public void value(Node.Leaf leaf, ByteText text) {
        open();
        if (places.isInTemplate(leaf)) {
            return;
        }
        if ((text.marks() & ByteText.WIDE) == 0) {
            places.of(leaf).put(text.bytes(), text.length(), record);
        } else {
            byte[] single = text.string().getBytes(StandardCharsets.ISO_8859_1);
            places.of(leaf).put(single, single.length, record);
        }
    }

    @Override
    public void absent(Node.Leaf leaf) {
        open();
        if (template.length == 0) {
            FixedWidthPlaces.Place place = places.of(leaf);
            Arrays.fill(record, place.from(), place.to(), place.fill());
        }
    }

    @Override
    public void deferred(Node.Leaf leaf, Supplier<String> text) {
        open();
        FixedWidthPlaces.Place place = places.of(leaf);
        deferred.add(new Hole(place, () -> {
            byte[] line = new byte[place.to()];
            byte[] single = text.get().getBytes(StandardCharsets.ISO_8859_1);
            place.put(single, single.length, line);
            return Arrays.copyOfRange(line, place.from(), place.to());
        }));
    }

    private void open() {
        if (!open) {
            if (template.length == 0) {
                Arrays.fill(record, (byte) ' ');
            } else {
                System.arraycopy(template, 0, record, 0, record.length);
            }
            open = true;
            lines++;
        }
    }

    @Override
    public void end(Node.Container container) throws IOException {
        endRecord();
        template = FixedWidthPlaces.NONE;
    }

    private void endRecord() throws IOException {
        if (!open) {
            return;
        }
        deferred.sort(Comparator.comparingInt(hole -> hole.place().from()));
        int written = 0;
        for (Hole hole : deferred) {
            out.write(record, written, hole.place().from() - written);
            out.patch(hole.place().to() - hole.place().from(), hole.content());
            written = hole.place().to();
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
