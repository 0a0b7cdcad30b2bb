package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls a demo gateway with the JDK's HTTP client. */
final class GatewayClient {

    static final String SYSTEM
            = "Answer the ticket. First line: CATEGORY: refund|delivery|other. Second line: ESCALATE: yes|no.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final DemoGateway gateway;

    GatewayClient(DemoGateway gateway) {
        this.gateway = gateway;
    }

    static ObjectNode prompt(String ticketId, String text) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("model", DemoGateway.MODEL).put("user", ticketId);
        request.putArray("messages").add(message("system", SYSTEM)).add(message("user", text));
        return request;
    }

    private static ObjectNode message(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
    }

    HttpRequest request(ObjectNode body) {
        return HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/chat/completions"))
                .header("Authorization", "Bearer " + DemoGateway.API_KEY).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(ObjectNode body) throws IOException, InterruptedException {
        return send(request(body));
    }

    HttpClient http() {
        return client;
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** The data of all events. */
    static List<String> events(String body) {
        List<String> events = new ArrayList<>();
        for (String event : body.split("\n\n")) {
            events.add(event.substring("data: ".length()));
        }
        return events;
    }

    /** The text of a stream, put together from its deltas. */
    static String text(List<String> events) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String event : events) {
            if (!"[DONE]".equals(event)) {
                text.append(JSON.readTree(event).path("choices").path(0).path("delta").path("content").asText(""));
            }
        }
        return text.toString();
    }
}
