package io.github.llmchat.examples.tickets.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoGatewayTest {

    private static final String TICKET = "Please refund order AB-123456, the lamp arrived broken.";

    private final DemoGateway gateway = DemoGateway.start(0);
    private final GatewayClient client = new GatewayClient(gateway);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void saysThatItIsSimulated() throws Exception {
        HttpResponse<String> answer = client.send(GatewayClient.prompt("T-1", TICKET));

        assertThat(answer.headers().firstValue("Server")).hasValue("camel-llmchat-demo-gateway (simulated)");
        assertThat(GatewayClient.json(answer).path("model").asText()).isEqualTo("demo-simulated");
        assertThat(gateway.announcement()).contains("SIMULATED", gateway.baseUrl());
    }

    @Test
    void answersWithAClassificationAndAReplyThatNamesTheOrder() throws Exception {
        JsonNode answer = GatewayClient.json(client.send(GatewayClient.prompt("T-1", TICKET)));

        String text = answer.path("choices").path(0).path("message").path("content").asText();
        assertThat(text).startsWith("CATEGORY: refund\nESCALATE: no\n\n").contains("AB-123456");
        assertThat(answer.path("choices").path(0).path("finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isBetween(30, 120);
        assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
    }

    @Test
    void streamsTheSameTextAsRolePiecesFinishUsageAndDone() throws Exception {
        String whole = GatewayClient.json(client.send(GatewayClient.prompt("T-1", TICKET)))
                .path("choices").path(0).path("message").path("content").asText();
        ObjectNode request = GatewayClient.prompt("T-1", TICKET).put("stream", true);
        request.putObject("stream_options").put("include_usage", true);

        HttpResponse<String> stream = client.send(request);

        List<String> events = GatewayClient.events(stream.body());
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(GatewayClient.text(events)).isEqualTo(whole);
        assertThat(events.get(0)).contains("\"delta\":{\"role\":\"assistant\",\"content\":\"\"}");
        assertThat(events.get(events.size() - 3)).contains("\"finish_reason\":\"stop\"");
        assertThat(events.get(events.size() - 2)).contains("\"choices\":[]", "\"completion_tokens\":" + (events.size() - 4));
        assertThat(events).last().isEqualTo("[DONE]");
    }

    @Test
    void sendsNoUsageChunkUnlessAsked() throws Exception {
        HttpResponse<String> stream = client.send(GatewayClient.prompt("T-1", TICKET).put("stream", true));

        assertThat(stream.body()).doesNotContain("usage").endsWith("data: [DONE]\n\n");
    }

    @Test
    void cutsTheAnswerAtTheRequestsLimit() throws Exception {
        JsonNode answer = GatewayClient.json(client.send(GatewayClient.prompt("T-1", TICKET).put("max_tokens", 5)));

        assertThat(answer.path("choices").path(0).path("finish_reason").asText()).isEqualTo("length");
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(5);
    }

    @Test
    void listsItsModel() throws Exception {
        HttpResponse<String> models = client.send(HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/models"))
                .header("Authorization", "Bearer any").build());

        assertThat(GatewayClient.json(models).path("data").path(0).path("id").asText()).isEqualTo("demo-simulated");
    }

    @Test
    void refusesACallWithoutAKey() throws Exception {
        HttpResponse<String> refused = client.send(HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/models")).build());

        assertError(refused, 401, "invalid_api_key");
    }

    @Test
    void refusesMessagesWithoutText() throws Exception {
        ObjectNode none = GatewayClient.prompt("T-1", TICKET);
        none.putArray("messages");

        assertError(client.send(none), 400, "empty_array");
        assertError(client.send(GatewayClient.prompt("T-1", " \n")), 400, null);
    }

    @Test
    void refusesAPromptThatIsTooLong() throws Exception {
        assertError(client.send(GatewayClient.prompt("T-1", "x".repeat(9_000))), 400, "context_length_exceeded");
    }

    @Test
    void refusesAnotherModelPathAndMethod() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder().header("Authorization", "Bearer any");

        assertError(client.send(GatewayClient.prompt("T-1", TICKET).put("model", "gpt-4o")), 404, "model_not_found");
        assertError(client.send(request.uri(URI.create(gateway.baseUrl() + "/embeddings")).build()), 404, "unknown_url");
        assertError(
                client.send(request.uri(URI.create(gateway.baseUrl() + "/chat/completions")).build()), 405,
                "method_not_supported");
    }

    @Test
    void throttlesAFlashSalePromptTheFirstTimeOnly() throws Exception {
        ObjectNode prompt = GatewayClient.prompt("T-7", "The Flash Sale price is not in my basket!");

        HttpResponse<String> first = client.send(prompt);
        HttpResponse<String> second = client.send(prompt);

        assertError(first, 429, "rate_limit_exceeded");
        assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(gateway.ledger().throttled()).isEqualTo(1);
    }

    @Test
    void refusesABodyThatIsNoJsonObject() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/chat/completions"))
                .header("Authorization", "Bearer any").POST(HttpRequest.BodyPublishers.ofString("[1")).build();

        assertError(client.send(request), 400, null);
    }

    private static void assertError(HttpResponse<String> response, int status, String code) throws Exception {
        JsonNode error = new ObjectMapper().readTree(response.body()).path("error");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.path("type").asText()).isNotBlank();
        assertThat(error.path("code").asText(null)).isEqualTo(code);
    }
}
