package io.github.llmchat.benchmark;

import java.lang.management.ManagementFactory;

/** The heap of this JVM. */
public final class Heap {

    private static final int COLLECTIONS = 4;

    private Heap() {
    }

    /**
     * {@return the bytes in use after garbage collection} The least of a few, since finalizers and references lag
     * behind.
     */
    public static long afterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** {@return bytes in MiB, with one decimal} */
    public static String mebibytes(long bytes) {
        return String.format("%.1f MiB", bytes / 1048576.0);
    }
}
