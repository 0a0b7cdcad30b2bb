package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import io.github.llmchat.tool.ToolTimer;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import reactor.core.publisher.Mono;

/**
 * Requests to one server and their answers, over a transport of the SDK. It is not the SDK's own session because that
 * one keeps what was never answered, can't tell a server that an answer is not wanted any more, and logs what servers
 * say. Thread-safe.
 */
final class McpSession {

    /** For requests that are no one's call: a server may be asked by anything, and is told that nothing is there. */
    private static final JSONRPCResponse.JSONRPCError NO_SUCH_METHOD
            = new JSONRPCResponse.JSONRPCError(McpSchema.ErrorCodes.METHOD_NOT_FOUND, "Method not found", null);

    private final McpClientTransport transport;
    private final ToolTimer timer;
    private final Consumer<String> notified;
    private final Consumer<McpFailure> ended;
    private final Map<Object, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String version;

    /**
     * @param notified told the method of each notification
     * @param ended    told once that the connection is no more, unless it was closed; must not block
     */
    McpSession(Connector connector, ToolTimer timer, Consumer<String> notified, Consumer<McpFailure> ended) {
        this.transport = connector.open(this::end);
        this.timer = timer;
        this.notified = notified;
        this.ended = ended;
    }

    /** {@return the versions of the protocol that the transport speaks, the newest last} */
    List<String> versions() {
        return transport.protocolVersions();
    }

    void connect() {
        transport.connect(messages -> messages.doOnNext(this::received)).subscribe(
                nothing -> {
                }, e -> end(McpFailure.because(e)));
    }

    /** The version that both sides speak; HTTP transports send it with each request. */
    void speaks(String protocolVersion) {
        version = protocolVersion;
    }

    /**
     * @return the result; cancelling it tells the server that nobody waits any more, and so does the timeout, which
     *         ends it with a {@link TimeoutException}
     */
    CompletableFuture<JsonNode> request(String method, Object params, Duration timeout) {
        String id = Long.toString(ids.incrementAndGet());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        Runnable timeLimit = timer.after(timeout, () -> answer.completeExceptionally(new TimeoutException()));
        answer.whenComplete((result, e) -> {
            pending.remove(id);
            timeLimit.run();
            if (e instanceof CancellationException || e instanceof TimeoutException) {
                cancelled(id);
            }
        });
        if (closed.get()) {
            answer.completeExceptionally(new McpFailure("the connection is closed"));
            return answer;
        }
        send(new JSONRPCRequest(McpSchema.JSONRPC_VERSION, method, id, params))
                .exceptionally(e -> {
                    answer.completeExceptionally(McpFailure.because(e));
                    return null;
                });
        return answer;
    }

    /** {@return ends when the transport has taken the message} */
    CompletableFuture<Void> notify(String method, Object params) {
        return send(new JSONRPCNotification(McpSchema.JSONRPC_VERSION, method, params));
    }

    /** Ends all requests; nobody is told. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            release(new McpFailure("the connection was closed"));
        }
    }

    /** The connection is no more. */
    void end(McpFailure why) {
        if (closed.compareAndSet(false, true)) {
            release(why);
            ended.accept(why);
        }
    }

    private void release(McpFailure why) {
        pending.values().forEach(answer -> answer.completeExceptionally(why));
        transport.closeGracefully().subscribe(nothing -> {
        }, e -> {
            // it is gone anyway
        });
    }

    private void cancelled(String id) {
        if (!closed.get()) {
            notify("notifications/cancelled", Map.of("requestId", id)).exceptionally(e -> null);
        }
    }

    private CompletableFuture<Void> send(JSONRPCMessage message) {
        Mono<Void> sent = transport.sendMessage(message);
        String spoken = version;
        return (spoken == null
                ? sent : sent.contextWrite(context -> context.put(McpAsyncClient.NEGOTIATED_PROTOCOL_VERSION, spoken)))
                .toFuture();
    }

    private void received(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse response) {
            CompletableFuture<JsonNode> answer = response.id() == null ? null : pending.get(response.id().toString());
            if (answer != null) {
                answered(answer, response);
            }
        } else if (message instanceof JSONRPCRequest request) {
            boolean ping = McpSchema.METHOD_PING.equals(request.method());
            send(new JSONRPCResponse(
                    McpSchema.JSONRPC_VERSION, request.id(), ping ? Map.of() : null, ping ? null : NO_SUCH_METHOD))
                    .exceptionally(e -> null);
        } else if (message instanceof JSONRPCNotification notification) {
            notified.accept(notification.method());
        }
    }

    private static void answered(CompletableFuture<JsonNode> answer, JSONRPCResponse response) {
        JSONRPCResponse.JSONRPCError error = response.error();
        if (error != null) {
            answer.completeExceptionally(new McpError(error.code() == null ? 0 : error.code(), error.message()));
        } else {
            answer.complete(Json.mapper().valueToTree(response.result()));
        }
    }
}
