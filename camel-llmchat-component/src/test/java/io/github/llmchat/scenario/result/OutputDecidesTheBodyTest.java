package io.github.llmchat.scenario.result;

import java.util.Map;

import io.github.llmchat.LlmChatOutput;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutputDecidesTheBodyTest extends OneCallScenario {

    private static final String JSON = """
            {"id":"r1","choices":[{"index":0,"message":{"role":"assistant","content":"Hello","extra":null},\
            "finish_reason":"stop"}],"price":0.10,"big":12345678901234567890,"usage":{"total_tokens":3}}""";

    @Test
    void textIsTheDefault() {
        assertThat(body(uri("gpt-4o"))).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text", "text&streaming=true" })
    void text(String option) {
        assertThat(body(uri("gpt-4o", "output=" + option))).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = { "message", "message&streaming=true" })
    void message(String option) {
        assertThat(body(uri("gpt-4o", "output=" + option))).isInstanceOfSatisfying(ChatMessage.class, message -> {
            assertThat(message.role()).isEqualTo("assistant");
            assertThat(message.content()).isEqualTo("Hello");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "completion", "completion&streaming=true" })
    void completion(String option) {
        assertThat(body(uri("gpt-4o", "output=" + option))).isInstanceOfSatisfying(ChatCompletion.class, completion -> {
            assertThat(completion.id()).isEqualTo(Script.ID);
            assertThat(completion.text()).isEqualTo("Hello");
            assertThat(completion.finishReason()).isEqualTo("stop");
            assertThat(completion.usage().totalTokens()).isEqualTo(15);
        });
    }

    @Test
    void jsonIsTheAnswerAsItWasReceived() {
        gateway.willAnswer(Script.json(JSON));

        assertThat(body(uri("gpt-4o", "output=json"))).isEqualTo(JSON);
    }

    @Test
    void jsonOfAStreamIsTheAccumulatedCompletion() {
        ChatCompletion completion = ChatCompletion.fromJson((String) body(uri("gpt-4o", "output=json", "streaming=true")));

        assertThat(completion.text()).isEqualTo("Hello");
        assertThat(completion.usage().totalTokens()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = { "output=stream", "streaming=true" })
    void aStreamIsTheDefaultOfStreaming(String option) throws Exception {
        Object body = body(uri("gpt-4o", option));

        assertThat(body).isInstanceOf(ChatStream.class);
        assertThat(onlyRequest().json().path("stream")).hasToString("true");
    }

    @Test
    void theHeaderGoesBeforeTheOption() {
        assertThat(call(uri("gpt-4o", "output=json"), "hi", Map.of("CamelLlmChatOutput", "message")).getMessage().getBody())
                .isInstanceOf(ChatMessage.class);
        assertThat(call(uri("gpt-4o"), "hi", Map.of("CamelLlmChatOutput", LlmChatOutput.completion)).getMessage().getBody())
                .isInstanceOf(ChatCompletion.class);
    }

    @Test
    void anAnswerWithoutTextIsAnEmptyText() {
        gateway.willAnswer(Script.json("{\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"length\"}]}"));

        assertThat(body(uri("gpt-4o"))).isEqualTo("");
    }

    @Test
    void theWholeAnswerIsKeptAsAPropertyIfWanted() {
        assertThat(call(uri("gpt-4o", "storeFullResponse=true"), "hi").getProperty("CamelLlmChatResponse", ChatCompletion.class)
                .text()).isEqualTo("Hello");
        assertThat(call(uri("gpt-4o"), "hi").getProperty("CamelLlmChatResponse")).isNull();
    }

    private Object body(String uri) {
        return call(uri, "hi").getMessage().getBody();
    }
}
