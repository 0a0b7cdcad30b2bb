package io.github.llmchat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Chat Completions gateway on a free port of 127.0.0.1 that sends exactly what a test tells it to, on plain sockets,
 * and records what it received. It speaks HTTP/1.1 and keeps connections alive unless a script closes them. Each
 * connection has a daemon thread whose name begins with {@code scripted-gateway-}; scripts are played on it.
 * <p>
 * As a JUnit extension in an instance field it starts before and stops after each test. In a static field it keeps its
 * port for the whole class, and {@link #reset} clears it after each test. Either way a test fails if a script failed,
 * if there was no script for a request, or if a request was not HTTP. Without JUnit: {@link #start} and {@link #close}.
 * <p>
 * Any thread may call any method. Tests that run in parallel need a gateway each.
 */
public final class ScriptedGateway
        implements AutoCloseable, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private volatile Journal journal = new Journal();
    private volatile Listener listener;
    private int classes;

    /** Opens the port, if it is not open. {@link #baseUrl} and {@link #port} do so too. */
    public synchronized ScriptedGateway start() {
        if (listener == null) {
            try {
                listener = new Listener(() -> journal);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** The base URL for a client: {@code http://127.0.0.1:PORT/v1}. Scripts answer requests for any path. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    /** The port, a free one chosen at the start. */
    public int port() {
        Listener current = listener;
        return current == null ? start().port() : current.port();
    }

    /** Adds scripts to the queue: one is played for each request, in the order in which the requests arrive. */
    public ScriptedGateway willAnswer(Script... scripts) {
        journal.enqueue(scripts);
        return this;
    }

    /** The script for every request that finds the queue empty. */
    public ScriptedGateway alwaysAnswers(Script script) {
        return alwaysAnswers(request -> script);
    }

    /**
     * Chooses the script for every request that finds the queue empty.
     *
     * @param scripts called on the threads of the connections, at the same time too
     */
    public ScriptedGateway alwaysAnswers(Function<RecordedRequest, Script> scripts) {
        journal.fallBackTo(scripts);
        return this;
    }

    /** The requests so far, in the order of their arrival, each recorded before its script begins. A copy. */
    public List<RecordedRequest> requests() {
        return journal.requests().snapshot();
    }

    /**
     * Waits until at least these many requests have arrived.
     *
     * @return                all requests so far
     * @throws AssertionError if they do not arrive in time
     */
    public List<RecordedRequest> awaitRequests(int count, Duration limit) {
        return journal.requests().await(count, limit);
    }

    /** How many connections are open now. One that the client closes is seen shortly after. */
    public int openConnections() {
        Listener current = listener;
        return current == null ? 0 : current.openConnections();
    }

    /** How many connections were accepted since the start or the last {@link #reset}. */
    public int connectionsAccepted() {
        Listener current = listener;
        return current == null ? 0 : current.connectionsAccepted();
    }

    /**
     * How many connections the client closed or reset while a script was playing on them. Noticed at once by
     * {@link SseScript#stall} and {@link SseScript#awaitClientClose}, every 50 ms by {@code hold} and {@code pause},
     * and otherwise by a write that fails, which the first write after the client's close need not do.
     */
    public int clientAborts() {
        return journal.aborts().size();
    }

    /**
     * Waits until {@link #clientAborts} is at least this.
     *
     * @throws AssertionError if that does not happen in time
     */
    public void awaitClientAborts(int count, Duration limit) {
        journal.aborts().await(count, limit);
    }

    /**
     * Closes all connections and forgets all scripts, requests and counts. The port stays open.
     *
     * @throws AssertionError if a script had failed
     */
    public synchronized void reset() {
        Journal old = journal;
        journal = new Journal();
        if (listener != null) {
            listener.dropConnections();
        }
        old.throwFailures();
    }

    /**
     * Closes the port and all connections, and forgets all scripts, requests and counts.
     *
     * @throws AssertionError if a script had failed
     */
    @Override
    public synchronized void close() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
        reset();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes++;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes > 0) {
            reset();
        } else {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            close();
        }
    }
}
