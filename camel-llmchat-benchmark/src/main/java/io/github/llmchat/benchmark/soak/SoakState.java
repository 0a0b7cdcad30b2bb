package io.github.llmchat.benchmark.soak;

import java.lang.management.ManagementFactory;
import java.util.Map;

import io.github.llmchat.benchmark.CamelUnderLoad;
import io.github.llmchat.benchmark.Heap;
import io.github.llmchat.benchmark.OpenFiles;

/**
 * The JVM while no call runs.
 *
 * @param heap     bytes in use after garbage collection
 * @param threads  that are alive
 * @param files    open files and sockets, -1 where the system does not say
 * @param leftOver counters of the component that are not 0
 */
record SoakState(long heap, int threads, long files, Map<String, Integer> leftOver) {

    /** What code that is compiled, caches that fill, and pooled connections may take: nothing that grows with time. */
    private static final long TOLERANCE = 2L << 20;

    static SoakState of(CamelUnderLoad camel) throws InterruptedException {
        Map<String, Integer> leftOver = camel.leftOver();
        return new SoakState(
                Heap.afterCollection(), ManagementFactory.getThreadMXBean().getThreadCount(), OpenFiles.now(), leftOver);
    }

    boolean isAsGoodAs(SoakState earlier) {
        return leftOver.isEmpty() && heap <= earlier.heap + TOLERANCE;
    }

    @Override
    public String toString() {
        return "heap after GC " + Heap.mebibytes(heap) + ", " + threads + " threads, " + files + " open files, left over: "
               + (leftOver.isEmpty() ? "nothing" : leftOver);
    }
}
