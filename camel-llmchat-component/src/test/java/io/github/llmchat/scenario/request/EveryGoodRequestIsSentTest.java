package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every field of the protocol, at every level, goes through a route: all roles, kinds of content part and of tool, and
 * whatever else the examples of the requests' schema hold.
 */
class EveryGoodRequestIsSentTest extends OneCallScenario {

    /** With nothing of our own added. */
    private static final String[] OPTIONS = { "includeUsage=false", "output=text" };

    static Stream<Arguments> good() {
        return RequestSchema.resource("good-requests.json").properties().stream()
                .map(request -> arguments(request.getKey(), request.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void asAWholeRequest(String name, JsonNode request) {
        JsonNode sent = sent(uri("*", OPTIONS), ChatRequest.fromJson(request.toString()));

        assertThat(sent).isEqualTo(asIsSent(request));
        RequestSchema.assertValid(sent);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void asAConversationWithTheOtherFieldsInTheHeader(String name, JsonNode request) throws Exception {
        ObjectNode others = request.deepCopy();
        others.remove(List.of("model", "messages", "stream", "stream_options"));
        Object messages = Json.mapper().readValue(request.path("messages").toString(), Object.class);

        JsonNode sent = sent(uri("m", OPTIONS), messages, Map.of("CamelLlmChatAdditionalBody", others.toString()));

        assertThat(sent.path("messages")).isEqualTo(request.path("messages"));
        others.properties().forEach(field -> assertThat(sent.path(field.getKey())).hasToString(field.getValue().toString()));
        assertThat(sent).hasSize(2 + others.size());
        RequestSchema.assertValid(sent);
    }

    /** Where nothing is streamed, gateways are not told so. */
    private static JsonNode asIsSent(JsonNode request) {
        ObjectNode copy = request.deepCopy();
        return copy.path("stream").asBoolean() ? copy : copy.remove(List.of("stream", "stream_options"));
    }
}
