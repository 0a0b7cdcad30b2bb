package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.tool.mcp.ToolListing.Listed;
import io.modelcontextprotocol.spec.McpSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the connection to one server, and knows what tools it has now. Thread-safe; nothing in it waits. */
final class ServerConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    /** Between two tries. A connection that lived as long was a good one. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private final McpServer server;
    private final McpSettings settings;
    private final Connector connector;
    private final Runnable changed;

    // guarded by this
    private boolean stopped = true;
    private McpSession session;
    private ToolRefresh refresh;
    private boolean doubted;
    private Runnable retry = () -> {
    };
    private int failures;
    private long readySince;
    private CompletableFuture<Void> firstTry = new CompletableFuture<>();

    private volatile McpSession live;
    private volatile Listed listed = Listed.NOTHING;

    /** @param changed told that there are other tools now; must not block */
    ServerConnection(McpServer server, McpSettings settings, Runnable changed) {
        this.server = server;
        this.settings = settings;
        this.connector = Connector.to(server, settings);
        this.changed = changed;
    }

    McpServer server() {
        return server;
    }

    Duration timeout() {
        return settings.timeout();
    }

    List<RemoteTool> tools() {
        return listed.tools();
    }

    /** {@return ends with the first try, however that ends} */
    CompletableFuture<Void> start() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        synchronized (this) {
            stopped = false;
            failures = 0;
            firstTry = begun;
        }
        settings.pool().execute(this::connect);
        return begun;
    }

    void stop() {
        McpSession open;
        synchronized (this) {
            stopped = true;
            open = session;
            forget();
            retry.run();
            firstTry.complete(null);
        }
        if (open != null) {
            open.close();
        }
    }

    CompletableFuture<JsonNode> call(String tool, JsonNode arguments) {
        McpSession current = live;
        if (current == null) {
            return CompletableFuture.failedFuture(new McpFailure("there is no connection now"));
        }
        CompletableFuture<JsonNode> result = current.request(
                McpSchema.METHOD_TOOLS_CALL, Map.of("name", tool, "arguments", arguments), settings.timeout());
        result.whenComplete((value, e) -> {
            if (McpFailure.unwrapped(e) instanceof McpFailure) {
                doubt();
            }
        });
        return result;
    }

    private void connect() {
        McpSession opened;
        synchronized (this) {
            if (stopped || session != null) {
                return;
            }
            McpSession[] self = new McpSession[1];
            opened = new McpSession(connector, settings.timer(), this::notified, why -> failed(self[0], why));
            self[0] = opened;
            session = opened;
        }
        Runnable limit = settings.timer().after(settings.timeout(), () -> settings.pool().execute(
                () -> opened.end(late())));
        opened.connect();
        Handshake.of(opened, settings.timeout())
                .thenCompose(hasTools -> hasTools
                        ? ToolListing.of(server, opened, settings.timeout())
                        : CompletableFuture.completedFuture(Listed.NOTHING))
                .whenComplete((tools, e) -> {
                    limit.run();
                    if (e == null) {
                        ready(opened, tools);
                    } else {
                        opened.end(McpFailure.isTimeout(e) ? late() : McpFailure.because(e));
                    }
                });
    }

    private McpFailure late() {
        return new McpFailure("it was not ready within mcpTimeout=" + settings.timeout().toMillis());
    }

    private void ready(McpSession opened, Listed tools) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (session != opened) {
                return;
            }
            listed = tools;
            live = opened;
            readySince = System.nanoTime();
            refresh = new ToolRefresh(server, opened, settings, this::refreshed);
            if (doubted) {
                refresh.soon();
            }
            waiting = firstTry;
        }
        tools.log(server.name());
        changed.run();
        waiting.complete(null);
    }

    private void refreshed(McpSession of, Listed tools) {
        synchronized (this) {
            if (live != of || listed.equals(tools)) {
                return;
            }
            listed = tools;
        }
        tools.log(server.name());
        changed.run();
    }

    private void failed(McpSession ended, McpFailure why) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (session != ended) {
                return;
            }
            if (live != null && System.nanoTime() - readySince > LONGEST_DELAY.toNanos()) {
                failures = 0;
            }
            forget();
            failures++;
            if (settings.reconnect()) {
                retry = settings.timer().after(delay(), () -> settings.pool().execute(this::connect));
            }
            log(why);
            waiting = firstTry;
        }
        changed.run();
        waiting.complete(null);
    }

    /** Once for each outage; for months of it a line a minute is of no use. */
    private void log(McpFailure why) {
        if (failures == 1) {
            LOG.warn(
                    "MCP server '{}': {}. Its tools are not offered; {}", server.name(), why.getMessage(),
                    settings.reconnect()
                            ? "it is tried again until it is there" : "it is not tried again (mcpReconnect=false)");
        } else {
            LOG.debug("MCP server '{}': {} ({} times)", server.name(), why.getMessage(), failures);
        }
    }

    /** Guarded by this. */
    private Duration delay() {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }

    /** Guarded by this. */
    private void forget() {
        session = null;
        live = null;
        listed = Listed.NOTHING;
        doubted = false;
        if (refresh != null) {
            refresh.stop();
            refresh = null;
        }
    }

    private void notified(String method) {
        if (McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED.equals(method)) {
            doubt();
        }
    }

    /** Its tools may be other ones, or it may be gone: asking for them shows both. */
    private void doubt() {
        ToolRefresh current;
        synchronized (this) {
            current = refresh;
            // the list that is being read now may be the one of before
            doubted = current == null;
        }
        if (current != null) {
            current.soon();
        }
    }
}
