package io.github.llmchat.server;

import java.util.concurrent.atomic.AtomicInteger;

/** A model that the server offers, as long as it is registered; it may refuse calls for a time. Thread-safe. */
public final class ServedModel {

    /** The name of the model that stands for all that have no other. */
    public static final String ANY = "*";

    private final String name;
    private final ServerOptions options;
    private final CallHandler handler;
    private final long created = System.currentTimeMillis() / 1000;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean accepting;

    /**
     * @param name    the model's id, or {@link #ANY}
     * @param options how it is served
     * @param handler what answers
     */
    public ServedModel(String name, ServerOptions options, CallHandler handler) {
        this.name = name;
        this.options = options;
        this.handler = handler;
    }

    /** Calls may come. */
    public void accept() {
        accepting = true;
    }

    /** From now on calls are refused with status 503; those that are in work go on. */
    public void refuse() {
        accepting = false;
    }

    /** Calls that are in work. */
    public int openCalls() {
        return open.get();
    }

    /** Takes a further call. */
    void enter() throws RefusedException {
        int now = open.incrementAndGet();
        if (!accepting) {
            open.decrementAndGet();
            throw new RefusedException(ErrorReply.unavailable());
        }
        if (options.maxConcurrentRequests() > 0 && now > options.maxConcurrentRequests()) {
            open.decrementAndGet();
            throw new RefusedException(ErrorReply.busy());
        }
    }

    /** A call is through. */
    void leave() {
        open.decrementAndGet();
    }

    String name() {
        return name;
    }

    ServerOptions options() {
        return options;
    }

    CallHandler handler() {
        return handler;
    }

    boolean accepting() {
        return accepting;
    }

    long created() {
        return created;
    }
}
