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

    /** Sends a further request for the same exchange. */
    @FunctionalInterface
    interface Again {

        void send(BoundRequest request, Outcome outcome);
    }

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final BoundRequest request;
    private final ResponseBinding binding;
    private final Again again;
    private final AtomicBoolean decided = new AtomicBoolean();

    /**
     * @param again asks the model again when its answer is not what it must be; null if that is not possible
     */
    Outcome(Exchange exchange, AsyncCallback callback, BoundRequest request, ResponseBinding binding, Again again) {
        this.exchange = exchange;
        this.callback = callback;
        this.request = request;
        this.binding = binding;
        this.again = again;
    }

    void answered(ChatCompletion completion, AnswerHead head) {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        BoundRequest next = null;
        try {
            binding.answer(exchange, request, completion, head);
        } catch (TypedAnswers.Mismatch e) {
            next = again == null ? null : binding.repaired(request.last(), completion, e);
            if (next == null) {
                fail(e.toException(request.earlier().repairs(), head.details(), completion));
            }
        } catch (RuntimeException e) {
            fail(e);
        }
        if (next == null) {
            callback.done(false);
        } else {
            ask(next);
        }
    }

    private void ask(BoundRequest next) {
        Outcome following = new Outcome(exchange, callback, next, binding, again);
        try {
            again.send(next, following);
        } catch (RuntimeException e) {
            following.failed(e);
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

    void failed(RuntimeException failure) {
        if (decided.compareAndSet(false, true)) {
            fail(failure);
            callback.done(false);
        }
    }

    private void fail(RuntimeException failure) {
        if (request.tools() != null) {
            request.tools().failing(failure);
        }
        fail(exchange, failure);
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
