package io.github.llmchat.tool.mcp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A server that is a process of ours: a message is a line. It is not the SDK's own transport because that one does not
 * notice the end of the process, gives it our whole environment, reads in the platform's character set and lines of any
 * length, and logs what it can't read.
 */
final class StdioTransport implements McpClientTransport {

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);
    private static final long SECONDS_TO_END = 5;

    private final McpServer server;
    private final Executor waiting;
    private final Consumer<McpFailure> gone;
    private final McpJson json = new McpJson();

    // guarded by this
    private Process process;
    private Outbox outbox;
    private boolean closed;

    StdioTransport(McpServer server, Executor waiting, Consumer<McpFailure> gone) {
        this.server = server;
        this.waiting = waiting;
        this.gone = gone;
    }

    @Override
    public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> start(handler));
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.create(sink -> {
            try {
                Outbox open = outbox();
                if (open == null) {
                    sink.error(new McpFailure("its process does not run"));
                } else {
                    open.add((json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
                    sink.success();
                }
            } catch (IOException e) {
                sink.error(e);
            }
        });
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(() -> {
            Process running;
            synchronized (this) {
                closed = true;
                running = process;
                process = null;
                outbox = null;
            }
            if (running != null) {
                waiting.execute(() -> end(running));
            }
        });
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    private void start(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        List<String> command = new ArrayList<>(List.of(server.command()));
        command.addAll(server.args());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        // the few variables that are no secrets, and those of the user
        builder.environment().putAll(ServerParameters.builder(server.command()).env(server.env()).build().getEnv());
        synchronized (this) {
            if (closed) {
                return;
            }
            Process started = started(builder);
            process = started;
            outbox = new Outbox(started.getOutputStream(), waiting);
            waiting.execute(() -> read(started.getInputStream(), handler));
            waiting.execute(() -> readErrors(started.getErrorStream()));
        }
    }

    /** The exception of the JDK names the command, which is not for a log. */
    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartFailure();
        }
    }

    private void read(InputStream output, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        McpFailure why = new McpFailure("its process has ended");
        try (InputStream in = new BufferedInputStream(output)) {
            Lines lines = new Lines(in);
            for (String line = lines.next(); line != null; line = lines.next()) {
                take(line, handler);
            }
        } catch (McpFailure e) {
            why = e;
        } catch (IOException e) {
            LOG.debug("MCP server '{}': its output can't be read", server.name(), e);
        }
        gone.accept(why);
    }

    private void take(String line, Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler) {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(json, line);
        } catch (IOException | IllegalArgumentException e) {
            // many print a greeting
            LOG.debug("MCP server '{}': a line of {} characters is no message", server.name(), line.length());
            return;
        }
        handler.apply(Mono.just(message)).subscribe(nothing -> {
        }, e -> LOG.debug("MCP server '{}': a message could not be used", server.name(), e));
    }

    private void readErrors(InputStream errors) {
        try (InputStream in = new BufferedInputStream(errors)) {
            Lines lines = new Lines(in);
            for (String line = lines.next(); line != null; line = lines.next()) {
                LOG.debug("MCP server '{}': {}", server.name(), line);
            }
        } catch (IOException e) {
            LOG.debug("MCP server '{}': its errors can't be read", server.name(), e);
        }
    }

    /** What it started ends with it: {@code npx} and shells are often between. */
    private static void end(Process running) {
        List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
        all.add(running.toHandle());
        all.forEach(ProcessHandle::destroy);
        running.onExit().orTimeout(SECONDS_TO_END, TimeUnit.SECONDS)
                .whenComplete((ended, late) -> all.forEach(ProcessHandle::destroyForcibly));
        try {
            running.getOutputStream().close();
        } catch (IOException e) {
            LOG.trace("input was closed already", e);
        }
    }

    private synchronized Outbox outbox() {
        return outbox;
    }

    /** The command can't be run. */
    private static final class StartFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StartFailure() {
            super(new McpFailure("its command can't be started. Is it installed, and on the PATH?"));
        }
    }
}
