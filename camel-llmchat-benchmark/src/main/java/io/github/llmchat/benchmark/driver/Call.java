package io.github.llmchat.benchmark.driver;

import io.github.llmchat.benchmark.loadserver.Script;

/** One call as its driver sees it. Told by one thread at a time. */
final class Call {

    private final Script script;
    private final int expected;
    private final Tally tally;
    private final Runnable next;
    private final long start = System.nanoTime();
    private int chunks;

    /**
     * @param script   what the server is asked for
     * @param expected chunks to be told; 1 for an answer that is not streamed
     * @param tally    where figures go
     * @param next     runs at the end, on the thread that tells it
     */
    Call(Script script, int expected, Tally tally, Runnable next) {
        this.script = script;
        this.expected = expected;
        this.tally = tally;
        this.next = next;
    }

    /** {@return the only message's text} */
    String prompt() {
        return script.text();
    }

    /** A chunk with text, or the whole text of an answer that is not streamed. */
    void chunk(String text) {
        if (chunks++ == 0) {
            tally.first(System.nanoTime() - start);
        }
        if (script.spacingMicros() > 0) {
            tally.latency(System.nanoTime() - Script.writtenAt(text));
        }
    }

    /** The whole text of a streamed answer, from a driver that does not see its chunks. */
    void allChunks(String text) {
        chunks += text.length() / script.size();
    }

    /** No more will come. Once. */
    void ended(Throwable failure) {
        tally.ended(chunks, expected, failure);
        next.run();
    }
}
