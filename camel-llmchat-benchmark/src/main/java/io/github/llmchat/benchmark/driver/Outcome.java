package io.github.llmchat.benchmark.driver;

/**
 * What a driver came to; goes through a pipe as one line. Times in nanoseconds, memory in bytes.
 *
 * @param calls      that were complete
 * @param failed     calls that were not, or had another number of chunks
 * @param chunks     with text
 * @param nanos      from the first call's beginning to the last one's end
 * @param cpuNanos   of the driver's JVM meanwhile
 * @param allocated  by the whole JVM meanwhile
 * @param threads    the most there were, the JVM's own included
 * @param latencyP50 from when the server wrote a chunk to when the driver had its text
 * @param latencyP99 the same
 * @param firstP50   from a call's beginning to its first chunk
 * @param firstP99   the same
 * @param heapBefore after garbage collection, no call open; 0 if nobody looked
 * @param heapOpen   the same, all open
 * @param compiling  that the JVM spent with compiling meanwhile
 */
public record Outcome(long calls, long failed, long chunks, long nanos, long cpuNanos, long allocated, long threads,
        long latencyP50, long latencyP99, long firstP50, long firstP99, long heapBefore, long heapOpen, long compiling) {

    String line() {
        return calls + " " + failed + " " + chunks + " " + nanos + " " + cpuNanos + " " + allocated + " " + threads + " "
               + latencyP50 + " " + latencyP99 + " " + firstP50 + " " + firstP99 + " " + heapBefore + " " + heapOpen + " "
               + compiling;
    }

    static Outcome read(String line) {
        String[] words = line.split(" ");
        long[] n = new long[words.length];
        for (int i = 0; i < n.length; i++) {
            n[i] = Long.parseLong(words[i]);
        }
        return new Outcome(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13]);
    }
}
