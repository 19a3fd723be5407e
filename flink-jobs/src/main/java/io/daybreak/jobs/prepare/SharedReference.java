package io.daybreak.jobs.prepare;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the tasks of one process share one copy of the reference data, for as long as any of them holds it. */
final class SharedReference {

    private static final Map<ReferenceData.Request, Held> HELD = new HashMap<>();

    private static final class Held {
        private @Nullable ReferenceData data;
        private int holders;
    }

    /** The data of a request, loaded by the first to ask. Each call needs one {@link #release}. */
    static ReferenceData acquire(ReferenceData.Request request) throws IOException {
        Held held;
        synchronized (HELD) {
            held = HELD.computeIfAbsent(request, r -> new Held());
            held.holders++;
        }
        try {
            synchronized (held) {
                ReferenceData data = held.data;
                if (data == null) {
                    data = ReferenceData.load(request);
                    held.data = data;
                }
                return data;
            }
        } catch (IOException | RuntimeException e) {
            release(request);
            throw e;
        }
    }

    static void release(ReferenceData.Request request) {
        synchronized (HELD) {
            Held held = HELD.get(request);
            if (held != null && --held.holders == 0) {
                HELD.remove(request);
            }
        }
    }

    private SharedReference() {}
}
