package io.github.llmchat.benchmark.driver;

import io.github.llmchat.benchmark.loadserver.Script;

/**
 * What a driver is to do; goes through a pipe as one line.
 *
 * @param atOnce   calls under way
 * @param calls    in all
 * @param streamed whether answers are streamed
 * @param open     whether the heap is to be looked at while all are open; then {@code calls} is {@code atOnce}
 * @param script   of each call
 */
public record Workload(int atOnce, int calls, boolean streamed, boolean open, Script script) {

    /** {@return streams, each with so many chunks at this spacing} */
    public static Workload streams(int atOnce, int calls, int chunks, int spacingMicros) {
        return new Workload(atOnce, calls, true, false, new Script(chunks, spacingMicros, 24, 0));
    }

    /** {@return requests that are not streamed, with an answer of so many words} */
    public static Workload plain(int atOnce, int calls, int words) {
        return new Workload(atOnce, calls, false, false, new Script(words, 0, 24, 0));
    }

    /** {@return the same, with a look at the heap} */
    public Workload withHeap() {
        return new Workload(atOnce, calls, streamed, true, script);
    }

    /** {@return it as a line} */
    String line() {
        return atOnce + " " + calls + " " + streamed + " " + open + " " + script.chunks() + " " + script.spacingMicros() + " "
               + script.size() + " " + script.delayMicros();
    }

    static Workload read(String line) {
        String[] words = line.split(" ");
        return new Workload(
                Integer.parseInt(words[0]), Integer.parseInt(words[1]), Boolean.parseBoolean(words[2]),
                Boolean.parseBoolean(words[3]),
                new Script(
                        Integer.parseInt(words[4]), Integer.parseInt(words[5]), Integer.parseInt(words[6]),
                        Integer.parseInt(words[7])));
    }
}
