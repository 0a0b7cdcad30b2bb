package io.github.llmchat.server;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * The response of a Vert.x server. What is written meanwhile goes out in one piece when the event loop comes to it: an
 * event waits for nothing but that. What counts as waiting for the client is all that the socket has not taken yet;
 * Vert.x's own {@code writeQueueFull} does not see what is on its way from other threads.
 */
final class VertxResponseSink implements ResponseSink {

    /** Enough to keep a fast client busy; a slow one holds up no more than this. */
    private static final int ROOM = 64 * 1024;
    private static final long RESET_INTERNAL_ERROR = 2;

    private enum Ending {
        NONE,
        PROPER,
        BROKEN
    }

    private final String id;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Executor pool;
    private final Consumer<Throwable> onEnd;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile long lastWrite = System.nanoTime();
    // guarded by this
    private Buffer queue = Buffer.buffer();
    private Ending ending = Ending.NONE;
    private boolean begun;
    private boolean whole;
    private boolean scheduled;
    private long unsent;
    private Runnable waiting;

    /**
     * @param id        the answer's {@code x-request-id}
     * @param eventLoop the request's
     * @param onEnd     called once, on the pool: with null when the answer was sent, else with what kept it from being
     */
    VertxResponseSink(String id, HttpServerRequest request, Context eventLoop, Executor pool, Consumer<Throwable> onEnd) {
        this.id = id;
        this.request = request;
        this.response = request.response();
        this.eventLoop = eventLoop;
        this.pool = pool;
        this.onEnd = onEnd;
        response.closeHandler(closed -> gone());
        response.exceptionHandler(failure -> gone());
    }

    @Override
    public boolean whole(int status, Map<String, String> headers, byte[] body) {
        synchronized (this) {
            if (begun) {
                return false;
            }
            whole = true;
        }
        eventLoop.runOnContext(now -> {
            if (over.get()) {
                return;
            }
            response.setStatusCode(status);
            headers.forEach(response::putHeader);
            endsWith(response.end(Buffer.buffer(body)));
        });
        return true;
    }

    /** For how long nothing was written. */
    long silentNanos() {
        return System.nanoTime() - lastWrite;
    }

    boolean isOver() {
        return over.get();
    }

    /** Writes a comment, unless something else waits for the client already. */
    synchronized void comment(byte[] bytes) {
        if (unsent == 0 && !whole) {
            write(bytes);
        }
    }

    @Override
    public void write(byte[] bytes) {
        lastWrite = System.nanoTime();
        synchronized (this) {
            begun = true;
            if (over.get() || ending != Ending.NONE) {
                return;
            }
            queue.appendBytes(bytes);
            unsent += bytes.length;
            schedule();
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            eventLoop.runOnContext(now -> flush());
        }
    }

    private void flush() {
        Buffer bytes;
        Ending end;
        synchronized (this) {
            scheduled = false;
            bytes = queue;
            queue = Buffer.buffer();
            end = ending;
        }
        if (over.get()) {
            return;
        }
        if (!response.headWritten()) {
            response.setStatusCode(200).setChunked(true);
            EventStreamHead.HEADERS.forEach(response::putHeader);
            response.putHeader("x-request-id", id);
        }
        int size = bytes.length();
        if (size > 0) {
            response.write(bytes).onComplete(sent -> sent(size));
        }
        switch (end) {
            case PROPER -> endsWith(response.end());
            case BROKEN -> close();
            default -> {
                // more is to come
            }
        }
    }

    private void close() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset(RESET_INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
        over(null);
    }

    /** HTTP/2 closes a stream as soon as its end is written: from then on, the end itself knows whether it was sent. */
    private void gone() {
        if (!response.ended()) {
            over(new ClientGoneException());
        }
    }

    private void endsWith(Future<Void> sent) {
        sent.onComplete(result -> over(result.failed() ? new ClientGoneException() : null));
    }

    private void sent(int size) {
        Runnable more;
        synchronized (this) {
            unsent -= size;
            if (unsent >= ROOM / 2) {
                return;
            }
            more = waiting;
            waiting = null;
        }
        if (more != null) {
            pool.execute(more);
        }
    }

    private void over(Throwable why) {
        if (over.compareAndSet(false, true)) {
            pool.execute(() -> onEnd.accept(why));
        }
    }

    @Override
    public synchronized boolean hasRoom() {
        return unsent < ROOM;
    }

    @Override
    public void onRoom(Runnable more) {
        synchronized (this) {
            if (unsent >= ROOM / 2) {
                waiting = more;
                return;
            }
        }
        pool.execute(more);
    }

    @Override
    public void end() {
        endAs(Ending.PROPER);
    }

    @Override
    public void breakOff() {
        endAs(Ending.BROKEN);
    }

    private synchronized void endAs(Ending how) {
        begun = true;
        if (ending == Ending.NONE) {
            ending = how;
            schedule();
        }
    }
}
