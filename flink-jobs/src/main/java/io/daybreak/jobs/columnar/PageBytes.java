package io.daybreak.jobs.columnar;

import java.nio.ByteBuffer;

/** The array behind a page's buffer, without a copy where there is one. */
final class PageBytes {

    static byte[] of(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            return buffer.array();
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return copy;
    }

    /** Where the page starts in {@link #of}. */
    static int start(ByteBuffer buffer) {
        return buffer.hasArray() ? buffer.arrayOffset() + buffer.position() : 0;
    }

    private PageBytes() {}
}
