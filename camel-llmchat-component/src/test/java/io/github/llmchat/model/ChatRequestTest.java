package io.github.llmchat.model;

import java.util.List;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChatRequestTest {

    private final ChatRequest request = ChatRequest.fromJson("{\"model\":\"m\",\"messages\":[],\"n\":2}");

    @Test
    void requestOfMessagesHasNothingElse() {
        assertThat(ChatRequest.of(ChatMessage.system("a"), ChatMessage.user("b")).toJson()).isEqualTo(
                "{\"messages\":[{\"role\":\"system\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]}");
    }

    @Test
    void fieldsAreRead() {
        ChatRequest full = ChatRequest.fromJson(WireFiles.read("openai/request.json"));

        assertThat(full.model()).isEqualTo("gpt-4o");
        assertThat(full.stream()).isTrue();
        assertThat(full.messages()).extracting(ChatMessage::role).containsExactly("developer", "user", "assistant", "tool");
        assertThat(full.messages().get(1).content()).isEqualTo("What is in this picture?");
        assertThat(full.messages().get(2).toolCalls().get(0).arguments()).isEqualTo("{\"zoom\":1.50}");
        assertThat(full.messages().get(3).toolCallId()).isEqualTo("call_1");
        assertThat(full.get("seed").bigIntegerValue()).isEqualTo("12345678901234567890");
    }

    @Test
    void missingFieldsAreNullOrFalse() {
        assertThat(ChatRequest.of().model()).isNull();
        assertThat(ChatRequest.of().stream()).isFalse();
        assertThat(ChatRequest.of().get("seed")).isNull();
    }

    @Test
    void hasTellsAnExplicitNullFromAnAbsentField() {
        ChatRequest withNull = request.with("stop", null);

        assertThat(withNull.has("stop")).isTrue();
        assertThat(withNull.get("stop").isNull()).isTrue();
        assertThat(withNull.has("seed")).isFalse();
    }

    @Test
    void changedFieldKeepsItsPlaceAndNewOnesComeLast() {
        assertThat(request.with("seed", IntNode.valueOf(1)).withModel("other").toJson())
                .isEqualTo("{\"model\":\"other\",\"messages\":[],\"n\":2,\"seed\":1}");
    }

    @Test
    void fieldsAreRemoved() {
        assertThat(request.without("n").without("unknown").toJson()).isEqualTo("{\"model\":\"m\",\"messages\":[]}");
        assertThat(request.withModel(null).has("model")).isFalse();
    }

    @Test
    void messagesAreReplaced() {
        assertThat(request.withMessages(List.of(ChatMessage.user("a"))).messages()).containsExactly(ChatMessage.user("a"));
    }

    @Test
    void changesMakeCopies() {
        String before = request.toJson();

        request.with("stream", BooleanNode.TRUE).withModel("x").without("n").withMessages(List.of(ChatMessage.user("a")));

        assertThat(request.toJson()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "7                                          | A request must be a JSON object, but is number",
            "{}                                         | A request must have messages, an array of objects with a role",
            "{'messages':null}                          | A request must have messages, an array of objects with a role",
            "{'messages':'hi'}                          | A request must have messages, an array of objects with a role",
            "{'messages':[{'role':'user'},'hi']}        | messages[1] must be an object with a role",
            "{'messages':[{'content':'hi'}]}            | messages[0] must be an object with a role",
            "{'messages':                               | A request is not JSON" })
    void whatIsNoRequestIsRefused(String json, String reason) {
        assertThatThrownBy(() -> ChatRequest.fromJson(json.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void messagesCannotBeBroken() {
        assertThatThrownBy(() -> request.without("messages")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.with("messages", TextNode.valueOf("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
