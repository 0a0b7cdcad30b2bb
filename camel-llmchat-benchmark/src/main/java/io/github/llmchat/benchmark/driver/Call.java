package io.github.llmchat.benchmark.driver;

import io.github.llmchat.benchmark.loadserver.Script;

/** One call as its driver sees it. Told by one thread at a time. */
final class Call {

    private final Script script;
    private final Tally tally;
    private final Runnable next;
    private final long start = System.nanoTime();
    private int chunks;

    /**
     * @param script what the server is asked for
     * @param tally  where figures go
     * @param next   runs at the end, on the thread that tells it
     */
    Call(Script script, Tally tally, Runnable next) {
        this.script = script;
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

    /** No more will come. Once. */
    void ended(Throwable failure) {
        tally.ended(chunks, script.chunks(), failure);
        next.run();
    }
}
