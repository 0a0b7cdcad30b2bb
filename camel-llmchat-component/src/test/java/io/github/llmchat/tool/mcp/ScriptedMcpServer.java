package io.github.llmchat.tool.mcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.llmchat.model.Json;
import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that answers in JSON what a test wants, also what no SDK would say. */
final class ScriptedMcpServer implements BeforeEachCallback, AfterEachCallback {

    /** An answer to a request: null for none at all. */
    interface Answer extends Function<JsonNode, JsonNode> {
    }

    final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        answer("initialize", request -> json("{'protocolVersion':'2025-06-18','capabilities':{'tools':{}},"
                                             + "'serverInfo':{'name':'scripted','version':'1'}}"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
        threads.shutdownNow();
    }

    /** @param answer the result, or an object with the field {@code error} alone */
    void answer(String method, Answer answer) {
        answers.put(method, answer);
    }

    void tools(String... tools) {
        answer("tools/list", request -> json("{'tools':[" + String.join(",", tools) + "]}"));
    }

    void result(String result) {
        answer("tools/call", request -> json(result));
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/mcp";
    }

    McpServer asTools(String name, String... toolNames) {
        return McpClientSide.http(name, Transport.streamableHttp, url(), toolNames);
    }

    private void serve(HttpExchange exchange) throws IOException {
        headers.add(exchange.getRequestHeaders());
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
            return;
        }
        JsonNode request = Json.parse(exchange.getRequestBody().readAllBytes());
        received.add(request);
        if (status != 200) {
            byte[] secret = "{\"message\":\"your key s3cr3t is wrong\"}".getBytes();
            exchange.sendResponseHeaders(status, secret.length);
            exchange.getResponseBody().write(secret);
            exchange.close();
        } else if (!request.has("id")) {
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        } else {
            answer(exchange, request);
        }
    }

    private void answer(HttpExchange exchange, JsonNode request) throws IOException {
        JsonNode result = answers.get(request.path("method").asText()).apply(request);
        if (result == null) {
            return;
        }
        ObjectNode message = Json.object().put("jsonrpc", "2.0");
        message.set("id", request.path("id"));
        message.set(result.has("error") ? "error" : "result", result.has("error") ? result.get("error") : result);
        byte[] bytes = Json.bytes(message);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
