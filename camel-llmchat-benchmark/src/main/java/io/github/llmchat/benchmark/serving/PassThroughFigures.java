package io.github.llmchat.benchmark.serving;

/**
 * What the pass-through says of itself.
 *
 * @param heap          bytes in use after garbage collection; 0 if there was none
 * @param directBuffers bytes of buffers outside the heap
 * @param cpuNanos      CPU time of its JVM
 * @param served        requests that it is answering
 * @param upstream      the counters of calls to the gateway, all together
 */
record PassThroughFigures(long heap, long directBuffers, long cpuNanos, int served, int upstream) {

    static PassThroughFigures read(String line) {
        String[] words = line.split(" ");
        return new PassThroughFigures(
                Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), Integer.parseInt(words[3]),
                Integer.parseInt(words[4]));
    }

    boolean settled() {
        return served + upstream == 0;
    }

    /** {@return what is under way, for people} */
    String leftOver() {
        return settled() ? "nothing" : served + " requests, " + upstream + " in the counters of calls to the gateway";
    }

    /** As one line, which {@link #read} takes. */
    @Override
    public String toString() {
        return heap + " " + directBuffers + " " + cpuNanos + " " + served + " " + upstream;
    }
}
