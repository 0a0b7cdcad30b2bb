package io.github.llmchat.benchmark.load;

import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.gateway.LoadText;
import io.github.llmchat.model.ChatChunk;

/** Compares one stream with what the gateway was asked for. Its chunks come one after the other. */
final class StreamCheck implements ChunkTaker {

    private final int number;
    private final int chunks;
    private final LoadTally tally;
    private int next;
    private boolean closed;
    private boolean wrong;

    StreamCheck(int number, int chunks, LoadTally tally) {
        this.number = number;
        this.chunks = chunks;
        this.tally = tally;
    }

    @Override
    public void take(ChatChunk chunk, String streamId) {
        if (chunk.last()) {
            wrong |= closed || !LoadText.whole(number, chunks).equals(chunk.completion().text());
            closed = true;
        } else if (!chunk.content().isEmpty()) {
            wrong |= closed || !LoadText.piece(number, next).equals(chunk.content());
            next++;
            tally.chunk(Long.parseLong(chunk.id()));
        }
    }

    /** Whether all of it came, in order, and nothing else. */
    boolean complete() {
        return !wrong && closed && next == chunks;
    }
}
