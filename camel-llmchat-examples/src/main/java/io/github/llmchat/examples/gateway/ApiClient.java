package io.github.llmchat.examples.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls the gateway as anybody's client would, with the JDK's HTTP client. */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String EVENT = "data: ";
    private static final String END = "[DONE]";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;

    ApiClient(String pageUrl) {
        this.baseUrl = pageUrl + "/v1";
    }

    /**
     * An answer, or a refusal.
     *
     * @param status of the response
     * @param model  that has answered
     * @param text   the answer, or the message of the error
     * @param tokens that it took altogether
     * @param chunks that had text; 0 if it was not streamed
     */
    record Reply(int status, String model, String text, long tokens, int chunks) {
    }

    Reply ask(String key, String model, String prompt) throws IOException, InterruptedException {
        HttpResponse<String> response
                = http.send(completion(key, model, prompt, false), HttpResponse.BodyHandlers.ofString());
        return reply(response.statusCode(), JSON.readTree(response.body()));
    }

    Reply askStreamed(String key, String model, String prompt) throws IOException, InterruptedException {
        HttpResponse<String> response
                = http.send(completion(key, model, prompt, true), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            return reply(response.statusCode(), JSON.readTree(response.body()));
        }
        StringBuilder text = new StringBuilder();
        JsonNode last = JsonNodeFactory.instance.objectNode();
        int chunks = 0;
        for (String line : response.body().lines().filter(line -> line.startsWith(EVENT)).toList()) {
            last = line.endsWith(END) ? last : event(line);
            text.append(text(line));
            chunks += text(line).isEmpty() ? 0 : 1;
        }
        return new Reply(200, last.path("model").asText(), text.toString(), last.at("/usage/total_tokens").asLong(), chunks);
    }

    private static JsonNode event(String line) throws IOException {
        return JSON.readTree(line.substring(EVENT.length()));
    }

    private static String text(String line) throws IOException {
        return line.startsWith(EVENT) && !line.endsWith(END) ? event(line).at("/choices/0/delta/content").asText("") : "";
    }

    /** Reads until the first words are there, and leaves. */
    void askAndLeave(String key, String model, String prompt) throws IOException, InterruptedException {
        HttpResponse<InputStream> response
                = http.send(completion(key, model, prompt, true), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines
                = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && text(line).isEmpty()) {
                line = lines.readLine();
            }
        }
    }

    /** The models that a key may use, or the status if there is no list. */
    List<String> models(String key) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(key, "/models").build(), HttpResponse.BodyHandlers.ofString());
        List<String> names = new ArrayList<>();
        JSON.readTree(response.body()).path("data").forEach(model -> names.add(model.path("id").asText()));
        return response.statusCode() == 200 ? names : List.of("status " + response.statusCode());
    }

    private HttpRequest completion(String key, String model, String prompt, boolean stream) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model).put("stream", stream);
        if (stream) {
            body.putObject("stream_options").put("include_usage", true);
        }
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return request(key, "/chat/completions").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    }

    private HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(TIMEOUT).header("Authorization", "Bearer " + key);
    }

    private static Reply reply(int status, JsonNode body) {
        return new Reply(
                status, body.path("model").asText(),
                body.at(status == 200 ? "/choices/0/message/content" : "/error/message").asText(),
                body.at("/usage/total_tokens").asLong(), 0);
    }
}
