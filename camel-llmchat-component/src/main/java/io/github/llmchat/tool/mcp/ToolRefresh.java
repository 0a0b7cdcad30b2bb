package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.github.llmchat.tool.mcp.ToolListing.Listed;

/**
 * Asks a server for its tools again: when it says that they have changed, when there is a doubt whether it is there,
 * and, where nothing else tells of its end, now and then. Thread-safe.
 */
final class ToolRefresh {

    /** Changes come in bursts. */
    private static final Duration SETTLE = Duration.ofMillis(200);
    /** A server that says so all the time is asked once a second. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Some lose an answer when they write two at once; that is no reason to end a process that does other work. */
    private static final int MOST_UNANSWERED = 3;

    private final McpServer server;
    private final McpSession session;
    private final McpSettings settings;
    private final BiConsumer<McpSession, Listed> changed;

    // guarded by this
    private Runnable next = () -> {
    };
    private boolean running;
    private boolean waiting;
    private boolean again;
    private boolean stopped;
    private int unanswered;

    ToolRefresh(McpServer server, McpSession session, McpSettings settings, BiConsumer<McpSession, Listed> changed) {
        this.server = server;
        this.session = session;
        this.settings = settings;
        this.changed = changed;
        later();
    }

    /** As soon as the last time is a while ago. */
    synchronized void soon() {
        again = true;
        if (!running && !waiting) {
            pause(SETTLE);
        }
    }

    synchronized void stop() {
        stopped = true;
        next.run();
    }

    /** Guarded by this. */
    private void pause(Duration delay) {
        if (!stopped) {
            waiting = true;
            next.run();
            next = settings.timer().after(delay, () -> settings.pool().execute(this::due));
        }
    }

    private void due() {
        boolean now;
        synchronized (this) {
            waiting = false;
            now = again;
        }
        if (now) {
            run();
        } else {
            later();
        }
    }

    private synchronized void later() {
        if (!stopped && !running && server.transport() != McpServer.Transport.stdio) {
            next.run();
            next = settings.timer().after(settings.refresh(), () -> settings.pool().execute(this::run));
        }
    }

    private void run() {
        synchronized (this) {
            if (running || stopped) {
                return;
            }
            running = true;
            again = false;
            next.run();
        }
        ToolListing.of(server, session, settings.timeout()).whenComplete((tools, e) -> {
            if (e == null) {
                changed.accept(session, tools);
            } else if (isEnd(e)) {
                session.end(McpFailure.because(e));
            }
            synchronized (this) {
                running = false;
                unanswered = e == null ? 0 : unanswered;
                pause(PAUSE);
            }
        });
    }

    private synchronized boolean isEnd(Throwable e) {
        if (McpFailure.unwrapped(e) instanceof McpError) {
            return false;
        }
        if (server.transport() == McpServer.Transport.stdio && McpFailure.isTimeout(e)) {
            again = true;
            return ++unanswered == MOST_UNANSWERED;
        }
        return true;
    }
}
