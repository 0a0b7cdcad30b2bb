package io.github.llmchat.benchmark;

/**
 * What the gateway says of itself.
 *
 * @param waiting  streams that wait at its gate
 * @param chunks   chunks that it has written
 * @param heldBack how often a chunk was due that the client had no room for
 * @param cpuNanos CPU time of its JVM
 */
public record GatewayFigures(int waiting, long chunks, long heldBack, long cpuNanos) {

    static GatewayFigures read(String line) {
        String[] words = line.split(" ");
        return new GatewayFigures(
                Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }
}
