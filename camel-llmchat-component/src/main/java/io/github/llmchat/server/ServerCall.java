package io.github.llmchat.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatRequest;

/**
 * One request of a client that waits for its answer. It is answered once; further answers are ignored. Thread-safe.
 */
public final class ServerCall {

    private final String id;
    private final ChatRequest request;
    private final ServedModel model;
    private final String client;
    private final ResponseSink sink;
    private final Executor pool;
    private final AtomicBoolean answered = new AtomicBoolean();
    // guarded by this
    private List<Runnable> whenGone = new ArrayList<>();
    private boolean over;
    private Throwable failure;
    private ChatCompletion completion;
    private Consumer<Delivery> done;

    ServerCall(String id, ChatRequest request, ServedModel model, String client, ResponseSink sink, Executor pool) {
        this.id = id;
        this.request = request;
        this.model = model;
        this.client = client;
        this.sink = sink;
        this.pool = pool;
    }

    /** The id that the client gets as {@code x-request-id}. */
    public String id() {
        return id;
    }

    /** What the client asks; has a model. */
    public ChatRequest request() {
        return request;
    }

    /** The name that goes with the client's key; null if it needed none. */
    public String client() {
        return client;
    }

    /** Runs this when the client closes the connection before it has its answer; at once if it has done so. */
    public void onGone(Runnable action) {
        synchronized (this) {
            if (!over) {
                whenGone.add(action);
                return;
            }
            if (!(failure instanceof ClientGoneException)) {
                return;
            }
        }
        action.run();
    }

    /**
     * Answers with a whole completion, as JSON or as the chunks of a stream, as the client asked.
     *
     * @param whenDone called once when the client has it, or never will; on the server's pool
     */
    public void answer(ChatCompletion whole, Consumer<Delivery> whenDone) {
        if (!begin(whenDone)) {
            return;
        }
        completed(whole);
        if (request.stream()) {
            CompletionChunks.write(whole, StreamWishes.of(request), sink);
        } else {
            Replies.completion(id, whole, sink);
        }
    }

    /**
     * Answers with what is still coming.
     *
     * @param pieces   chunks, perhaps with a closing one, and anything that is a text; read as fast as the client reads
     * @param text     makes a text of a piece that is neither a chunk nor a text
     * @param whenDone called once when the client has it, or never will; on the server's pool
     */
    public void answer(Flow.Publisher<?> pieces, Function<Object, String> text, Consumer<Delivery> whenDone) {
        if (!begin(whenDone)) {
            return;
        }
        Pieces read = new Pieces(new OwnChunks(id, request.model()), text);
        if (request.stream()) {
            pieces.subscribe(new StreamedReply(this, sink, read, StreamWishes.of(request)));
        } else {
            pieces.subscribe(new CollectedReply(this, sink, read));
        }
    }

    /** Answers with the error object for a failure: its status, or, if the stream has begun, an error event. */
    public void refuse(Throwable why, Consumer<Delivery> whenDone) {
        if (begin(whenDone)) {
            fail(why);
        }
    }

    /** Answers with an error object that has these words. */
    public void refuse(int status, String message, Duration retryAfter, Consumer<Delivery> whenDone) {
        if (begin(whenDone)) {
            String type = status < 500 ? ErrorReply.INVALID_REQUEST : ErrorReply.SERVER_ERROR;
            Replies.error(id, new ErrorReply(status, message, type, null, null, retryAfter), sink);
        }
    }

    private boolean begin(Consumer<Delivery> whenDone) {
        if (!answered.compareAndSet(false, true)) {
            return false;
        }
        Throwable before;
        synchronized (this) {
            if (!over) {
                done = whenDone;
                return true;
            }
            before = failure;
        }
        pool.execute(() -> whenDone.accept(new Delivery(null, before)));
        return false;
    }

    /** The answer breaks off, or there is none. */
    void fail(Throwable why) {
        synchronized (this) {
            if (failure == null) {
                failure = why;
            }
        }
        Replies.error(id, Failures.reply(why), sink);
    }

    /** This is what was answered. */
    synchronized void completed(ChatCompletion whole) {
        completion = whole;
    }

    /** The call is through: its route has ended, too. To be called once. */
    public void close() {
        model.leave();
    }

    /** The answer was sent, or the connection is gone; on the pool. */
    void over(Throwable why) {
        List<Runnable> toRun;
        Consumer<Delivery> toTell;
        Delivery delivery;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            failure = failure == null ? why : failure;
            toRun = why == null ? List.of() : whenGone;
            whenGone = List.of();
            toTell = done;
            delivery = new Delivery(completion, failure);
        }
        toRun.forEach(Runnable::run);
        if (toTell != null) {
            toTell.accept(delivery);
        }
    }
}
