package io.github.llmchat.stream;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;

/**
 * A streamed answer that is still coming: the message body after {@code llmchat:…?streaming=true}.
 * <p>
 * It is read once, either as an {@link Iterator} (so that {@code split(body()).streaming()} works) or as a
 * {@link Flow.Publisher}; a second reader gets an {@link IllegalStateException}. The last element is always the closing
 * chunk ({@link ChatChunk#last()}), whose text is empty and which carries the accumulated {@link ChatCompletion}.
 * <p>
 * Threads: {@link #next()} waits in the reader's own thread; a subscriber is called on the component's pool, one signal
 * at a time, and needs no thread while nothing arrives. {@link #close()} and {@link #id()} may be called from any
 * thread. The stream is closed when its exchange is done, read or not; who stops reading earlier may close it earlier.
 */
public interface ChatStream extends Iterator<ChatChunk>, Flow.Publisher<ChatChunk>, Closeable {

    /**
     * The id under which {@code cancelStream} of the component finds this stream (header {@code CamelLlmChatStreamId}).
     */
    String id();

    /**
     * Whether the closing chunk is still to come. Never waits for the network: a running stream always has one more
     * element.
     */
    @Override
    boolean hasNext();

    /**
     * The next chunk; waits for it.
     *
     * @throws io.github.llmchat.error.ChatException if the stream broke, with what had arrived as its partial
     *                                               completion
     * @throws StreamCancelledException              if the stream was cancelled, or closed while waiting
     * @throws NoSuchElementException                after the closing chunk, after a failure and after {@link #close()}
     */
    @Override
    ChatChunk next();

    /**
     * Ends the stream and closes its connection, if it still runs. The gateway stops generating. Idempotent; never
     * throws.
     */
    @Override
    void close();
}
