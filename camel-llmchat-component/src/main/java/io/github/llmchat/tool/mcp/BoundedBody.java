package io.github.llmchat.tool.mcp;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** The body of an answer, one message of which may be as long as {@link Lines#LONGEST_MESSAGE}. */
final class BoundedBody<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> body;
    private final boolean events;
    private Consumer<McpFailure> streamEnded;
    private McpSettings limits;

    // guarded by this
    private Subscription subscription;
    private Runnable timeLimit = () -> {
    };
    private long length;
    private boolean lineIsEmpty = true;
    private boolean over;

    /** @param events whether messages end with an empty line, or with the body */
    BoundedBody(BodySubscriber<T> body, boolean events) {
        this.body = body;
        this.events = events;
    }

    /** It is a stream without end: if it ends all the same, this is told why. */
    void whenEnded(Consumer<McpFailure> told) {
        streamEnded = told;
    }

    /** It is an answer, which does not take longer than a call may. */
    void endAfter(McpSettings settings) {
        limits = settings;
    }

    @Override
    public CompletionStage<T> getBody() {
        return body.getBody();
    }

    @Override
    public synchronized void onSubscribe(Subscription given) {
        subscription = given;
        if (limits != null) {
            timeLimit = limits.timer().after(
                    limits.answerLimit(),
                    () -> limits.pool().execute(() -> abort(new McpFailure("its answer did not end in time"))));
        }
        body.onSubscribe(given);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        buffers.forEach(this::count);
        if (length > Lines.LONGEST_MESSAGE) {
            abort(Lines.tooLong());
        } else {
            body.onNext(buffers);
        }
    }

    private void count(ByteBuffer buffer) {
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            byte next = buffer.get(i);
            length++;
            if (next == '\n') {
                if (events && lineIsEmpty) {
                    length = 0;
                }
                lineIsEmpty = true;
            } else if (next != '\r') {
                lineIsEmpty = false;
            }
        }
    }

    @Override
    public synchronized void onError(Throwable thrown) {
        if (streamEnded == null) {
            finish(() -> body.onError(thrown), null);
        } else {
            // whoever reads the stream has nobody to tell
            finish(body::onComplete, new McpFailure("the connection broke"));
        }
    }

    @Override
    public synchronized void onComplete() {
        finish(body::onComplete, new McpFailure("it has closed the connection"));
    }

    private synchronized void abort(McpFailure why) {
        if (!over) {
            subscription.cancel();
            finish(() -> body.onError(why), why);
        }
    }

    /** Guarded by this. */
    private void finish(Runnable last, McpFailure why) {
        if (!over) {
            over = true;
            timeLimit.run();
            last.run();
            if (streamEnded != null) {
                streamEnded.accept(why);
            }
        }
    }
}
