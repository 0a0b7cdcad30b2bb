package io.github.llmchat;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChunkSink;
import io.github.llmchat.stream.ChunkStream;
import org.apache.camel.Exchange;

/**
 * The sink of {@code chunksTo} for a benchmark: the component's own, up to the end of the stream, where there is no
 * exchange of a caller that would go on. It is in this package because the component keeps its sink to itself.
 */
public final class ChunksToRoute implements ChunkSink {

    private final ChunkSink sink;
    private final Runnable end;

    /**
     * @param stream where the chunks come from
     * @param caller whose headers the chunks' exchanges get
     * @param target what {@code chunksTo} names
     * @param end    runs after the closing chunk
     */
    public ChunksToRoute(ChunkStream stream, Exchange caller, RouteTarget target, Runnable end) {
        ChunkExchanges exchanges = new ChunkExchanges(caller, stream.id(), new LlmChatConfiguration(), target);
        this.sink = new ChunkRouteSink(stream, exchanges, target, null);
        this.end = end;
    }

    @Override
    public boolean chunk(ChatChunk chunk, Runnable processed) {
        return sink.chunk(chunk, processed);
    }

    @Override
    public void end(ChatChunk closing) {
        end.run();
    }

    @Override
    public void failed(ChatException failure) {
        throw failure;
    }
}
