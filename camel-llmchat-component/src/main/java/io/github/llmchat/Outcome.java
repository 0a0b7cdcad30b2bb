package io.github.llmchat;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.ChatStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * How one exchange goes on: with an answer, with a stream, or with an exception; exactly once, whoever reports first.
 * Called on the component's pool, or on a thread that cancels.
 */
final class Outcome {

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final BoundRequest request;
    private final ResponseBinding binding;
    private final AtomicBoolean decided = new AtomicBoolean();

    Outcome(Exchange exchange, AsyncCallback callback, BoundRequest request, ResponseBinding binding) {
        this.exchange = exchange;
        this.callback = callback;
        this.request = request;
        this.binding = binding;
    }

    void answered(ChatCompletion completion, AnswerHead head) {
        if (decided.compareAndSet(false, true)) {
            try {
                binding.answer(exchange, request.output(), completion, head);
            } catch (RuntimeException e) {
                fail(exchange, e);
            }
            callback.done(false);
        }
    }

    /**
     * @param readers where the exchange goes on: whoever iterates over the stream waits there for each chunk, which
     *                must not use up the threads of the streams that need none
     */
    void streams(ChatStream chunks, StreamExchange owner, Executor readers) {
        if (!decided.compareAndSet(false, true)) {
            chunks.close();
            return;
        }
        owner.begin(chunks);
        readers.execute(() -> callback.done(false));
    }

    void failed(ChatException failure) {
        if (decided.compareAndSet(false, true)) {
            fail(exchange, failure);
            callback.done(false);
        }
    }

    static void fail(Exchange exchange, Exception failure) {
        exchange.setException(failure);
        if (failure instanceof ChatException known) {
            exchange.setProperty(LlmChatConstants.ERROR_CATEGORY, known.category());
            if (known.retryAfter() != null) {
                exchange.setProperty(LlmChatConstants.RETRY_AFTER_MILLIS, known.retryAfter().toMillis());
            }
        }
    }
}
