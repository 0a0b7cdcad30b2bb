package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TreesStayInsideTest {

    private static final String JSON = "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"list\":[1]}";

    @Test
    void changingWhatWasGivenChangesNoDocument() throws Exception {
        ObjectNode given = (ObjectNode) Json.parse(JSON);
        ArrayNode value = Json.mapper().createArrayNode();
        ChatRequest request = ChatRequest.fromTree(given);
        ChatRequest copy = request.with("value", value);

        ((ObjectNode) given.get("messages").get(0)).put("content", "changed");
        value.add(1);

        assertThat(request.toJson()).isEqualTo(JSON);
        assertThat(copy.get("value")).isEmpty();
    }

    @Test
    void changingWhatWasHandedOutChangesNoDocument() {
        ChatRequest request = ChatRequest.fromJson(JSON);

        request.copyOfTree().removeAll();
        ((ArrayNode) request.get("list")).add(2);
        request.messages().get(0).copyOfTree().put("content", "changed");

        assertThat(request.toJson()).isEqualTo(JSON);
    }

    @Test
    void changingTheBytesOfAChunkChangesNoChunk() throws Exception {
        ChatChunk chunk = ChatChunk.read(JSON.getBytes(StandardCharsets.UTF_8), 0);

        chunk.dataBytes()[0] = 'x';
        chunk.copyOfTree().removeAll();

        assertThat(chunk.data()).isEqualTo(JSON);
        assertThat(chunk.has("list")).isTrue();
    }

    @Test
    void documentsWithTheSameJsonAreEqual() {
        ChatMessage message = ChatMessage.fromJson("{\"content\":\"a\",\"role\":\"user\"}");

        assertThat(message).isEqualTo(ChatMessage.user("a")).hasSameHashCodeAs(ChatMessage.user("a"));
        assertThat(message).isNotEqualTo(ChatMessage.user("b")).isNotEqualTo(null);
        assertThat(ChatCompletion.fromJson(JSON)).isNotEqualTo(ChatRequest.fromJson(JSON));
    }
}
