package io.github.llmchat.tool.mcp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.ToolSpec;

/** A tool of a server. A call is a message, and its result another one: no thread waits in between. */
final class McpTool implements Tool {

    /** As of tools that are routes. */
    private static final int LONGEST_RESULT = 256 * 1024;
    /** Of what a server says is wrong with the arguments. */
    private static final int LONGEST_VIOLATION = 1000;

    private final ServerConnection connection;
    private final RemoteTool remote;
    private final ToolSpec spec;

    McpTool(ServerConnection connection, RemoteTool remote, String name) {
        this.connection = connection;
        this.remote = remote;
        this.spec = new ToolSpec(name, remote.description(), remote.parameters(), false);
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Runnable call(ToolCall call, ToolCaller caller, Executor executor, Consumer<ToolResult> result) {
        JsonNode arguments = arguments(call);
        if (!arguments.isObject()) {
            result.accept(ToolResult.invalidArguments(List.of("they must be a JSON object")));
            return () -> {
            };
        }
        CompletableFuture<JsonNode> answer = connection.call(remote.name(), arguments);
        answer.whenComplete((value, e) -> {
            if (!(e instanceof CancellationException)) {
                executor.execute(() -> result.accept(e == null ? told(value) : failed(McpFailure.unwrapped(e))));
            }
        });
        return () -> answer.cancel(false);
    }

    private static JsonNode arguments(ToolCall call) {
        try {
            return Json.parse(call.arguments());
        } catch (JacksonException e) {
            return Json.mapper().nullNode();
        }
    }

    private ToolResult told(JsonNode result) {
        String text = ResultText.of(result);
        if (text.length() > LONGEST_RESULT || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_RESULT) {
            return ToolResult.failed(
                    "The result of the tool has more than " + LONGEST_RESULT + " bytes. Ask for less.",
                    new McpFailure("the result of a tool has more than " + LONGEST_RESULT + " bytes").of(serverName()));
        }
        if (result.path("isError").asBoolean()) {
            return ToolResult.failed(text, new McpFailure("the tool said that it failed").of(serverName()));
        }
        return ToolResult.success(text);
    }

    private ToolResult failed(Throwable e) {
        if (e instanceof TimeoutException) {
            return ToolResult.timedOut("mcpTimeout=" + connection.timeout().toMillis());
        }
        if (e instanceof McpError error) {
            String words = error.words();
            if (error.isAboutArguments() && words != null) {
                return ToolResult.invalidArguments(List.of(shortened(words)));
            }
            return ToolResult.failed(new McpFailure(error.getMessage()).of(serverName()));
        }
        return ToolResult.failed(McpFailure.because(e).of(serverName()));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_VIOLATION ? words : words.substring(0, LONGEST_VIOLATION) + "…";
    }

    private String serverName() {
        return connection.server().name();
    }
}
