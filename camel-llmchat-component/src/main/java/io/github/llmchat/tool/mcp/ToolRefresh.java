package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.github.llmchat.tool.mcp.ToolListing.Listed;

/**
 * Asks a server for its tools again: when it says that they have changed, when there is a doubt whether it is there,
 * and, where nothing else tells of its end, now and then. Thread-safe.
 */
final class ToolRefresh {

    /** A server that says so all the time is asked once a second. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final McpServer server;
    private final McpSession session;
    private final McpSettings settings;
    private final BiConsumer<McpSession, Listed> changed;

    // guarded by this
    private Runnable next = () -> {
    };
    private boolean running;
    private boolean again;
    private boolean pausing;
    private boolean stopped;

    ToolRefresh(McpServer server, McpSession session, McpSettings settings, BiConsumer<McpSession, Listed> changed) {
        this.server = server;
        this.session = session;
        this.settings = settings;
        this.changed = changed;
        later();
    }

    /** As soon as the last time is a while ago. */
    void soon() {
        synchronized (this) {
            if (running || pausing) {
                again = true;
                return;
            }
        }
        settings.pool().execute(this::run);
    }

    synchronized void stop() {
        stopped = true;
        next.run();
    }

    private void run() {
        synchronized (this) {
            if (running || stopped) {
                return;
            }
            running = true;
            pausing = false;
            again = false;
            next.run();
        }
        ToolListing.of(server, session, settings.timeout()).whenComplete((tools, e) -> {
            if (e == null) {
                changed.accept(session, tools);
            } else if (!(McpFailure.unwrapped(e) instanceof McpError)) {
                session.end(McpFailure.because(e));
            }
            synchronized (this) {
                running = false;
                pausing = true;
                next = settings.timer().after(PAUSE, () -> settings.pool().execute(this::paused));
            }
        });
    }

    private void paused() {
        boolean now;
        synchronized (this) {
            pausing = false;
            now = again && !stopped;
        }
        if (now) {
            run();
        } else {
            later();
        }
    }

    private synchronized void later() {
        if (!stopped && !running && server.transport() != McpServer.Transport.stdio) {
            next = settings.timer().after(settings.refresh(), () -> settings.pool().execute(this::run));
        }
    }
}
