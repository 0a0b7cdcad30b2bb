package io.github.llmchat.scenario.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class YamlRoutesTest extends YamlScenario {

    YamlRoutesTest() {
        super("calls.yaml");
    }

    @Test
    void callAModel() {
        GATEWAY.willAnswer(Script.answer("Hello"));

        assertThat(template.requestBody("direct:plain", "hi", String.class)).isEqualTo("Hello");

        RecordedRequest request = GATEWAY.requests().get(0);
        assertThat(request.header("Authorization")).isEqualTo("Bearer sk-yaml-0123456789");
        assertThat(request.body()).isEqualTo(
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"temperature\":0.5}");
    }

    @Test
    void giveOptionsAsParameters() {
        GATEWAY.willAnswer(Script.answer("Hello"));

        assertThat(template.requestBody("direct:parameters", "hi", String.class)).isEqualTo("Hello");

        RecordedRequest request = GATEWAY.requests().get(0);
        JsonNode json = request.json();
        assertThat(json.path("model").asText()).isEqualTo("anthropic/claude-sonnet-4.5:beta");
        assertThat(json.path("temperature")).hasToString("0.5");
        assertThat(json.path("max_tokens")).hasToString("100");
        assertThat(json.path("logprobs")).hasToString("true");
        assertThat(json.path("stop")).hasToString("[\"a b\",\"c&d\"]");
        assertThat(json.path("top_k")).hasToString("40");
        assertThat(json.at("/messages/0/content").asText()).isEqualTo("Be brief & kind, 1+1=2");
        assertThat(request.header("X-Title")).isEqualTo("a demo");
        assertThat(request.header("HTTP-Referer")).isEqualTo("https://example.org/?a=b&c=d");
    }

    @Test
    void sendChunksToARoute() throws Exception {
        GATEWAY.willAnswer(Script.sse().text("Hel", "lo").done());
        MockEndpoint chunks = getMockEndpoint("mock:chunks");
        chunks.expectedBodiesReceived("0:Hel:false", "1:lo:false", "2::true");

        assertThat(template.requestBody("direct:chunks", "hi", String.class)).isEqualTo("Hello");

        chunks.assertIsSatisfied();
    }

    @Test
    void splitAStream() throws Exception {
        GATEWAY.willAnswer(Script.sse().text("Hel", "lo").done());
        MockEndpoint chunks = getMockEndpoint("mock:chunks");
        chunks.expectedBodiesReceived("Hel", "lo", "");

        template.requestBody("direct:split", "hi");

        chunks.assertIsSatisfied();
    }
}
