package io.github.llmchat.scenario.request;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnlyWhatIsSetIsSentTest extends OneCallScenario {

    @Test
    void aRequestWithoutOptionsHasModelAndMessages() {
        call(uri("gpt-4o"), "hi");

        assertThat(onlyRequest().body())
                .isEqualTo("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
    }

    @Test
    void aStreamedRequestAlsoSaysThatItIsOne() {
        call(uri("gpt-4o", "streaming=true", "output=text"), "hi");

        assertThat(onlyRequest().body()).isEqualTo(
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
                                                   + "\"stream_options\":{\"include_usage\":true},\"stream\":true}");
    }

    @Test
    void bothAreValid() {
        call(uri("gpt-4o"), "hi");
        call(uri("gpt-4o", "streaming=true", "output=text"), "hi");

        assertThat(gateway.requests()).hasSize(2).allSatisfy(request -> RequestSchema.assertValid(request.json()));
    }

    @Test
    void optionsAndHeadersWithoutAValueAddNothing() {
        call(uri("gpt-4o", "user=", "tools=", "modalities=", "audioVoice=", "thinking=", "additionalBody="), "hi",
                Map.of("CamelLlmChatTools", "", "CamelLlmChatAudioFormat", "", "CamelLlmChatAdditionalBody", "",
                        "CamelLlmChatToolChoice", "", "CamelLlmChatReasoningEffort", ""));

        assertThat(onlyRequest().body())
                .isEqualTo("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
    }

    @Test
    void aPlainCallIsPostedAsJson() {
        call(uri("gpt-4o"), "hi");

        assertThat(onlyRequest().method()).isEqualTo("POST");
        assertThat(onlyRequest().path()).isEqualTo("/v1/chat/completions");
        assertThat(onlyRequest().header("Content-Type")).startsWith("application/json");
        assertThat(onlyRequest().header("Accept")).isEqualTo("application/json");
        assertThat(onlyRequest().headers().keySet()).containsExactlyInAnyOrder("Accept", "Accept-Encoding", "Authorization",
                "Connection", "Content-Length", "Content-Type", "Host", "User-Agent");
    }

    @Test
    void aStreamedCallAsksForEvents() {
        call(uri("gpt-4o", "streaming=true", "output=text"), "hi");

        assertThat(onlyRequest().header("Accept")).isEqualTo("text/event-stream");
    }

    @Test
    void textIsSentInUtf8() {
        call(uri("gpt-4o"), "模型 😀 ü");

        assertThat(onlyRequest().json().at("/messages/0/content").asText()).isEqualTo("模型 😀 ü");
    }

    @Test
    void headersOfTheMessageAreNotSent() {
        call(uri("gpt-4o"), "hi", Map.of("X-Order", "1", "CamelHttpQuery", "a=b", "CamelHttpUri", "http://127.0.0.1:1/",
                "CamelHttpMethod", "GET", "Authorization", "Basic abc", "Cookie", "a=b"));

        assertThat(onlyRequest().method()).isEqualTo("POST");
        assertThat(onlyRequest().path()).isEqualTo("/v1/chat/completions");
        assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(onlyRequest().headers()).doesNotContainKeys("X-Order", "Cookie");
    }
}
