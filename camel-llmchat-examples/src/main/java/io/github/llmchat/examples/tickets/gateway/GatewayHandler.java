package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Takes every request to the demo gateway: looks at path, method and key, and answers errors. */
final class GatewayHandler implements HttpHandler {

    private final CompletionCall completions;
    private final GatewayLedger ledger;

    GatewayHandler(CompletionCall completions, GatewayLedger ledger) {
        this.completions = completions;
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        http.getResponseHeaders().set("Server", DemoGateway.SERVER_HEADER);
        http.getResponseHeaders().set("x-request-id", "demo-" + UUID.randomUUID());
        try (http) {
            answerOrRefuse(http);
        }
    }

    private void answerOrRefuse(HttpExchange http) throws IOException {
        try {
            answer(http);
        } catch (GatewayError e) {
            sendError(http, e);
        }
    }

    private void answer(HttpExchange http) throws IOException, GatewayError {
        switch (http.getRequestURI().getPath()) {
            case "/v1/chat/completions" -> {
                require("POST", http);
                complete(http);
            }
            case "/v1/models" -> {
                require("GET", http);
                send(http, 200, GatewayJson.models(completions.models()));
            }
            default -> throw GatewayError.unknownPath(http.getRequestMethod(), http.getRequestURI().getPath());
        }
    }

    private static void require(String method, HttpExchange http) throws GatewayError {
        if (!method.equals(http.getRequestMethod())) {
            throw GatewayError.wrongMethod(http.getRequestMethod(), http.getRequestURI().getPath());
        }
        String authorization = http.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer ") || authorization.substring(7).isBlank()) {
            throw GatewayError.noKey();
        }
    }

    private void complete(HttpExchange http) throws IOException, GatewayError {
        DemoRequest request = DemoRequest.read(http.getRequestBody());
        GatewayCall call = ledger.open(request.ticketId(), request.stream());
        try {
            completions.serve(request, http, call, ledger);
        } catch (GatewayError e) {
            ledger.update(call.refused(e.status()));
            throw e;
        }
    }

    private static void sendError(HttpExchange http, GatewayError error) throws IOException {
        if (error.status() == 429) {
            http.getResponseHeaders().set("Retry-After", "1");
        }
        send(http, error.status(), GatewayJson.error(error));
    }

    static void send(HttpExchange http, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }
}
