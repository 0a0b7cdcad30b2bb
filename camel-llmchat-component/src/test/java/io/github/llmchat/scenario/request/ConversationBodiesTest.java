package io.github.llmchat.scenario.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConversationBodiesTest extends OneCallScenario {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String USER = "{\"role\":\"user\",\"content\":\"hi\"}";
    private static final String ASSISTANT = "{\"role\":\"assistant\",\"content\":\"Yes?\"}";
    private static final String ONE = "[" + USER + "]";
    private static final String TWO = "[" + USER + "," + ASSISTANT + "]";

    static Stream<Arguments> bodies() {
        ChatMessage user = ChatMessage.user("hi");
        ChatMessage assistant = ChatMessage.assistant("Yes?");
        return Stream.of(
                arguments("ChatRequest", ChatRequest.of(user, assistant), TWO),
                arguments("Map with messages", Map.of("messages", List.of(map("user", "hi"))), ONE),
                arguments("JsonNode with messages", node("{\"messages\":" + TWO + "}"), TWO),
                arguments("ChatMessage", user, ONE),
                arguments("Map with role", map("user", "hi"), ONE),
                arguments("JsonNode with role", node(USER), ONE),
                arguments("list of ChatMessages", List.of(user, assistant), TWO),
                arguments("list of Maps", List.of(map("user", "hi"), map("assistant", "Yes?")), TWO),
                arguments("array node", node(TWO), TWO),
                arguments("mixed list", List.of(user, node(ASSISTANT)), TWO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void areSentAsMessages(String name, Object body, String messages) {
        assertThat(sent(uri("gpt-4o"), body).path("messages")).hasToString(messages);
    }

    @Test
    void theMessageOfAnAnswerCanBeSentBack() {
        ChatMessage answer = ChatCompletion.fromJson("""
                {"choices":[{"message":{"role":"assistant","content":null,"reasoning_content":"hm",
                "tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]}}]}""").message();

        JsonNode messages = sent(uri("gpt-4o"), List.of(ChatMessage.user("hi"), answer, ChatMessage.tool("c1", "4711")))
                .path("messages");

        assertThat(messages.get(1)).hasToString("{\"role\":\"assistant\",\"content\":null,\"reasoning_content\":\"hm\","
                                                + "\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":"
                                                + "{\"name\":\"f\",\"arguments\":\"{}\"}}]}");
        assertThat(messages.get(2)).hasToString("{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"4711\"}");
    }

    @Test
    void theBodyIsNotChangedByTheCall() {
        ObjectNode body = node("{\"messages\":" + ONE + ",\"model\":\"m\",\"stream\":false}");

        sent(uri("gpt-4o", "systemMessage=Be brief", "temperature=1"), body);

        assertThat(body).hasToString("{\"messages\":" + ONE + ",\"model\":\"m\",\"stream\":false}");
    }

    private static Map<String, Object> map(String role, String content) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("role", role);
        map.put("content", content);
        return map;
    }

    private static <T extends JsonNode> T node(String json) {
        try {
            return MAPPER.readTree(json).deepCopy();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
