package io.github.llmchat;

import java.util.concurrent.Executor;
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
import io.github.llmchat.stream.WholeAnswer;

/** A call whose answer is not streamed. The answer is read on the pool, not where its bytes arrive. */
final class PlainCall implements AnswerReceiver, OpenCall {

    private final String id;
    private final Outcome outcome;
    private final Executor executor;
    private final Consumer<String> onEnd;
    private volatile AnswerHead head;
    private volatile ChunkSource source;
    private volatile boolean cancelled;

    PlainCall(String id, Outcome outcome, Executor executor, Consumer<String> onEnd) {
        this.id = id;
        this.outcome = outcome;
        this.executor = executor;
        this.onEnd = onEnd;
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
                outcome.answered(WholeAnswer.read(body, head), head);
            } catch (ChatException e) {
                outcome.failed(e);
            } catch (RuntimeException e) {
                // whatever a gateway sends, the exchange goes on
                outcome.failed(new ServerException("The gateway's answer can't be read", head.details(), e));
            }
        });
    }

    @Override
    public void failed(AnswerFailure failure) {
        onEnd.accept(id);
        executor.execute(() -> outcome.failed(failure.toException(null)));
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
        reactOn.execute(() -> outcome.failed(
                new StreamCancelledException("The call was cancelled: " + why, ErrorDetails.NONE, null, cause)));
        return true;
    }
}
