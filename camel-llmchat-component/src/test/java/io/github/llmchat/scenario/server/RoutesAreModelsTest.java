package io.github.llmchat.scenario.server;

import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatRequest;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesAreModelsTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:echo").setBody(builder.simple("You said: ${body}"));
        builder.from("llmchat:anthropic/claude-sonnet-4.5:beta").setBody(builder.constant("claude"));
        builder.from("llmchat:*").setBody(builder.simple("I am ${header.CamelLlmChatRequestedModel}"));
        builder.from("llmchat:request?path=/other/v2").process(exchange -> {
            ChatRequest request = exchange.getMessage().getBody(ChatRequest.class);
            exchange.getMessage().setBody(request.get("custom").toString() + exchange.getMessage().getHeaders().keySet());
        });
    }

    @Test
    void aTextIsTheAnswer() throws Exception {
        HttpResponse<String> response = send(chat(asks("echo", "")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        JsonNode completion = json(response);
        assertThat(completion.path("object").asText()).isEqualTo("chat.completion");
        assertThat(completion.path("id").asText()).startsWith("chatcmpl-");
        assertThat(completion.path("created").isIntegralNumber()).isTrue();
        assertThat(completion.path("model").asText()).isEqualTo("echo");
        assertThat(completion.path("choices").toString()).isEqualTo(
                "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"You said: " + PROMPT
                                                                    + "\"},\"finish_reason\":\"stop\"}]");
    }

    @Test
    void aTextIsStreamedToWhoAsksForAStream() throws Exception {
        HttpResponse<String> response = send(chat(asks("echo", ",\"stream\":true")));

        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache, no-transform");
        assertThat(response.headers().firstValue("x-accel-buffering")).hasValue("no");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        List<String> events = events(response.body());
        assertThat(events).hasSize(4);
        assertThat(json(events.get(0)).at("/choices/0/delta").toString())
                .isEqualTo("{\"role\":\"assistant\",\"content\":\"\"}");
        assertThat(json(events.get(1)).at("/choices/0/delta/content").asText()).isEqualTo("You said: " + PROMPT);
        assertThat(json(events.get(2)).at("/choices/0/delta").toString()).isEqualTo("{}");
        assertThat(json(events.get(2)).at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(events.get(3)).isEqualTo("[DONE]");
        String id = json(events.get(0)).path("id").asText();
        for (String event : events.subList(0, 3)) {
            JsonNode chunk = json(event);
            assertThat(chunk.path("id").asText()).isEqualTo(id);
            assertThat(chunk.path("object").asText()).isEqualTo("chat.completion.chunk");
            assertThat(chunk.path("model").asText()).isEqualTo("echo");
            assertThat(chunk.at("/choices/0/index").asInt(-1)).isZero();
        }
    }

    @Test
    void theNameSaysWhichRouteAnswers() throws Exception {
        assertThat(text(send(chat(asks("anthropic/claude-sonnet-4.5:beta", ""))))).isEqualTo("claude");
        assertThat(text(send(chat(asks("gpt-9?x=1", ""))))).isEqualTo("I am gpt-9?x=1");
        assertThat(text(send(chat(asks("*", ""))))).isEqualTo("I am *");
    }

    @Test
    void theRouteGetsTheWholeRequestAndNothingElseOfTheClient() throws Exception {
        String body = asks("request", ",\"custom\":{\"a\":[1.50,null]}");
        HttpResponse<String> response = send(request("/other/v2/chat/completions").header("Content-Type", "application/json")
                .header("CamelLlmChatModel", "evil").header("X-Own", "1").header("Authorization", "Bearer any")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));

        assertThat(text(response)).isEqualTo("{\"a\":[1.50,null]}[" + LlmChatConstants.REQUESTED_MODEL + "]");
    }

    private static String text(HttpResponse<String> response) throws Exception {
        return json(response).at("/choices/0/message/content").asText();
    }
}
