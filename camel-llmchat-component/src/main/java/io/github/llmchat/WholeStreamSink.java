package io.github.llmchat;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChunkSink;
import io.github.llmchat.stream.ChunkStream;

/** Streamed on the wire, whole in the body. */
final class WholeStreamSink implements ChunkSink {

    private final ChunkStream stream;
    private final Outcome outcome;

    WholeStreamSink(ChunkStream stream, Outcome outcome) {
        this.stream = stream;
        this.outcome = outcome;
    }

    @Override
    public boolean chunk(ChatChunk chunk, Runnable processed) {
        return true;
    }

    @Override
    public void end(ChatChunk closing) {
        outcome.answered(closing.completion(), stream.answerHead());
    }

    @Override
    public void failed(ChatException failure) {
        outcome.failed(failure);
    }
}
