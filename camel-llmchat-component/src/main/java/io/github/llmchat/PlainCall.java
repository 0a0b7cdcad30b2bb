package io.github.llmchat;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkSource;
import io.github.llmchat.stream.OpenCall;

/** A call whose answer is not streamed. The answer is read on the pool, not where its bytes arrive. */
final class PlainCall implements AnswerReceiver, OpenCall {

    private final String id;
    private final Executor executor;
    private final Consumer<String> onEnd;
    private final BiConsumer<byte[], AnswerHead> onAnswer;
    private final Consumer<ChatException> onFailure;
    private volatile AnswerHead head;
    private volatile ChunkSource source;
    private volatile boolean cancelled;

    /**
     * @param executor  where the answer is read, and a failure told
     * @param onEnd     told the id, on any thread, when the call is no longer open
     * @param onAnswer  reads the answer; what it throws is the failure
     * @param onFailure may also be told after the answer, or twice, when a call is cancelled while it ends
     */
    PlainCall(
              String id, Executor executor, Consumer<String> onEnd, BiConsumer<byte[], AnswerHead> onAnswer,
              Consumer<ChatException> onFailure) {
        this.id = id;
        this.executor = executor;
        this.onEnd = onEnd;
        this.onAnswer = onAnswer;
        this.onFailure = onFailure;
    }

    @Override
    public void source(ChunkSource running) {
        source = running;
        if (cancelled) {
            running.abort();
        }
    }

    @Override
    public void head(AnswerHead answerHead) {
        head = answerHead;
    }

    @Override
    public void body(byte[] body) {
        onEnd.accept(id);
        executor.execute(() -> {
            try {
                onAnswer.accept(body, head);
            } catch (ChatException e) {
                onFailure.accept(e);
            } catch (RuntimeException e) {
                // whatever a gateway sends, the exchange goes on
                onFailure.accept(new ServerException("The gateway's answer can't be read", head.details(), e));
            }
        });
    }

    @Override
    public void failed(AnswerFailure failure) {
        onEnd.accept(id);
        executor.execute(() -> onFailure.accept(failure.toException(null)));
    }

    @Override
    public void event(SseEvent event) {
        throw new IllegalStateException("No stream was asked for");
    }

    @Override
    public void flush() {
        // no events
    }

    @Override
    public boolean hasRoom() {
        // bounded by maxResponseSize
        return true;
    }

    @Override
    public void streamEnd(SseEvent unfinished) {
        throw new IllegalStateException("No stream was asked for");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public int buffered() {
        return 0;
    }

    @Override
    public boolean cancel(String why, Throwable cause, Executor reactOn) {
        cancelled = true;
        ChunkSource running = source;
        if (running != null) {
            running.abort();
        }
        onEnd.accept(id);
        reactOn.execute(() -> onFailure.accept(
                new StreamCancelledException("The call was cancelled: " + why, ErrorDetails.NONE, null, cause)));
        return true;
    }

    @Override
    public boolean hasEnded() {
        return cancelled;
    }
}
