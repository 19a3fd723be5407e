package io.daybreak.bench.process;

/** A process to measure. Argument: what it does. */
public final class Child {

    private static final long BUSY_NANOS = 300_000_000L;

    public static void main(String[] arguments) {
        System.out.println("starting");
        if (arguments[0].equals("fail")) {
            System.out.println("the disk is full");
            System.exit(3);
        }
        if (arguments[0].equals("silent")) {
            return;
        }
        byte[][] held = new byte[64][1 << 20];
        System.out.println("@bench ready");
        long start = System.nanoTime();
        long spins = 0;
        while (System.nanoTime() - start < BUSY_NANOS) {
            held[(int) (spins++ & 63)][7]++;
        }
        System.out.println("@bench done");
        System.out.println("@bench spins_per_second " + spins);
    }

    private Child() {}
}
