package io.github.llmchat.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The chunks that scripts make up. */
class SseScriptChunksTest {

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    @Test
    void aStreamHasOpenAisShape() throws IOException {
        List<String> events = events(Script.sse().text("Hel", "lo").finish("stop").usage(3, 4).done());
        assertThat(events).hasSize(5);
        assertThat(events.get(0)).isEqualTo(chunk("{\"role\":\"assistant\",\"content\":\"Hel\"}", "null"));
        assertThat(events.get(1)).isEqualTo(chunk("{\"content\":\"lo\"}", "null"));
        assertThat(events.get(2)).isEqualTo(chunk("{}", "\"stop\""));
        JsonNode usage = ChatJson.parse(events.get(3));
        assertThat(usage.get("choices")).isEmpty();
        assertThat(usage.at("/usage/total_tokens").asInt()).isEqualTo(7);
        assertThat(events.get(4)).isEqualTo("[DONE]");
    }

    @Test
    void theRoleIsSentOnce() throws IOException {
        assertThat(events(Script.sse().role().text("a"))).containsExactly(
                chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null"),
                chunk("{\"content\":\"a\"}", "null"));
    }

    @Test
    void aToolCallIsNamedInItsFirstChunk() throws IOException {
        assertThat(events(Script.sse().toolCall(1, "call_1", "f", "{", "}"))).containsExactly(
                chunk("{\"tool_calls\":[{\"index\":1,\"id\":\"call_1\",\"type\":\"function\","
                      + "\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}", "null"),
                chunk("{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"{\"}}]}", "null"),
                chunk("{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"}\"}}]}", "null"));
    }

    @Test
    void chunksHaveTheChoiceAndIdentityThatTheTestChose() throws IOException {
        JsonNode chunk = ChatJson.parse(events(Script.sse().identity("i", "m").delta(2, "{\"x\":1}")).get(0));
        assertThat(chunk.get("id").asText()).isEqualTo("i");
        assertThat(chunk.get("model").asText()).isEqualTo("m");
        assertThat(chunk.at("/choices/0/index").asInt()).isEqualTo(2);
        assertThat(chunk.at("/choices/0/delta/x").asInt()).isEqualTo(1);
    }

    @Test
    void extendingAScriptLeavesItAsItWas() throws IOException {
        SseScript one = Script.sse().event("1");
        SseScript two = one.event("2");
        assertThat(events(one)).containsExactly("1");
        assertThat(events(two)).containsExactly("1", "2");
        assertThat(events(one)).containsExactly("1");
    }

    private List<String> events(SseScript script) throws IOException {
        gateway.willAnswer(script.closeDelimited());
        try (RawClient client = new RawClient(gateway)) {
            String body = client.post("{}").readAll().split("\r\n\r\n", 2)[1];
            return Stream.of(body.split("\n\n")).map(event -> event.substring("data: ".length())).toList();
        }
    }

    private static String chunk(String delta, String finishReason) {
        return "{\"id\":\"chatcmpl-scripted\",\"object\":\"chat.completion.chunk\",\"created\":1767225600,"
               + "\"model\":\"scripted-model\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_scripted\","
               + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,"
               + "\"finish_reason\":" + finishReason + "}]}";
    }
}
