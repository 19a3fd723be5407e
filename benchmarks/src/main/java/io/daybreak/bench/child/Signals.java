package io.daybreak.bench.child;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a child process says on its standard output to the process that measures it: {@code @bench ready} when its engine
 * stands, {@code @bench done} when the work is done, and figures of its own as {@code @bench name value}.
 */
public final class Signals {

    /** What a line for the measuring process begins with. */
    public static final String PREFIX = "@bench ";

    public static final String READY = "ready";
    public static final String DONE = "done";

    /** Name of the figure by which rounds are compared where a workload writes no table. */
    public static final String CHECKSUM = "checksum";

    private static final double MILLIS_PER_SECOND = 1e3;

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Runs a child's work and ends the process with it: a failed cluster leaves threads that would keep it alive. */
    static void exitAfter(Work work) {
        int code = 0;
        try {
            work.run();
        } catch (Exception | Error e) {
            e.printStackTrace();
            code = 1;
        }
        System.exit(code);
    }

    static void ready() {
        say(READY);
    }

    /** Tells that the work is done, and what the virtual machine did beside it. */
    static void done() {
        say(DONE);
        figure("jit_seconds", ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / MILLIS_PER_SECOND);
        long collection = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collection += collector.getCollectionTime();
        }
        figure("gc_seconds", collection / MILLIS_PER_SECOND);
    }

    static void figure(String name, double value) {
        say(name + " " + value);
    }

    static void text(String name, String value) {
        say(name + " " + value);
    }

    private static void say(String line) {
        System.out.println(PREFIX + line);
        System.out.flush();
    }

    private Signals() {}
}
