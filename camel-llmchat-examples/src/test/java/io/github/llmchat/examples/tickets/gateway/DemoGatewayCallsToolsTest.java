package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoGatewayCallsToolsTest {

    private static final String ARGUMENTS = "{\"city\":\"Rio de Janeiro\"}";

    private final DemoGateway gateway = DemoGateway.start(0, new Forecaster());
    private final GatewayClient client = new GatewayClient(gateway);

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void asOneMessage() throws Exception {
        JsonNode choice = GatewayClient.json(client.send(question())).path("choices").path(0);

        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.path("message").path("content").asText()).isEqualTo("Let me look.");
        assertThat(choice.path("message").path("tool_calls")).hasSize(2).allSatisfy(call -> {
            assertThat(call.path("type").asText()).isEqualTo("function");
            assertThat(call.path("function").path("name").asText()).isEqualTo("weather");
            assertThat(call.path("function").path("arguments").asText()).isEqualTo(ARGUMENTS);
        });
    }

    @Test
    void asDeltasWhoseArgumentsComeInPieces() throws Exception {
        List<JsonNode> deltas = GatewayClient.events(client.send(question().put("stream", true)).body()).stream()
                .filter(event -> event.contains("tool_calls\":[")).map(DemoGatewayCallsToolsTest::delta).toList();

        assertThat(deltas.get(0).path("id").asText()).isNotBlank();
        assertThat(deltas.get(0).path("function").path("name").asText()).isEqualTo("weather");
        for (int index = 0; index < 2; index++) {
            int call = index;
            List<String> pieces = deltas.stream().filter(delta -> delta.path("index").asInt() == call)
                    .map(delta -> delta.path("function").path("arguments").asText()).toList();
            assertThat(pieces).hasSizeGreaterThan(2);
            assertThat(String.join("", pieces)).isEqualTo(ARGUMENTS);
        }
        assertThat(gateway.ledger().calls().get(0).toolCalls()).isEqualTo(2);
    }

    @Test
    void andAnswersFromTheResultsThatComeBack() throws Exception {
        ObjectNode request = question();
        ArrayNode messages = request.withArray("messages");
        messages.addObject().put("role", "assistant").putArray("tool_calls").addObject().put("id", "c1").put("type", "function")
                .putObject("function").put("name", "weather").put("arguments", ARGUMENTS);
        messages.addObject().put("role", "tool").put("tool_call_id", "c1").put("content", "rain");

        JsonNode choice = GatewayClient.json(client.send(request)).path("choices").path(0);

        assertThat(choice.path("message").path("content").asText()).isEqualTo("weather says rain");
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    }

    private static JsonNode delta(String event) {
        try {
            return new ObjectMapper().readTree(event).path("choices").path(0).path("delta").path("tool_calls").path(0);
        } catch (Exception e) {
            throw new AssertionError(event, e);
        }
    }

    private static ObjectNode question() {
        ObjectNode request = GatewayClient.prompt("Q-1", "How is the weather?").put("model", "forecaster");
        request.putArray("tools").addObject().put("type", "function").putObject("function").put("name", "weather");
        return request;
    }

    /** Calls what is offered twice, and repeats the results. */
    private static final class Forecaster implements CallingModel {

        @Override
        public List<String> names() {
            return List.of("forecaster");
        }

        @Override
        public DemoTurn next(DemoConversation conversation) {
            if (conversation.results().isEmpty()) {
                DemoTurn.Call call = new DemoTurn.Call(conversation.tools().get(0), ARGUMENTS);
                return new DemoTurn("Let me look.", List.of(call, call));
            }
            DemoConversation.Result result = conversation.results().get(0);
            return new DemoTurn(result.tool() + " says " + result.content(), List.of());
        }
    }
}
