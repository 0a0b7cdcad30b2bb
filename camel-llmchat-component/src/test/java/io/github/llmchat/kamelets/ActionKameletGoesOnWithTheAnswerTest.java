package io.github.llmchat.kamelets;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.testing.Script;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActionKameletGoesOnWithTheAnswerTest extends KameletScenario {

    ActionKameletGoesOnWithTheAnswerTest() {
        super("action.yaml");
    }

    @Test
    void theBodyIsTheAnswerAndTheHeadersTellAboutIt() {
        GATEWAY.willAnswer(Script.answer("Paris"));

        Exchange answered = template.request("direct:plain", exchange -> exchange.getMessage().setBody("Capital of France?"));

        assertThat(answered.getMessage().getBody()).isEqualTo("Paris");
        assertThat(answered.getMessage().getHeader(LlmChatConstants.FINISH_REASON)).isEqualTo("stop");
        assertThat(request().json().path("messages")).singleElement()
                .satisfies(message -> assertThat(message.path("content").asText()).isEqualTo("Capital of France?"));
    }

    @Test
    void whatIsNotGivenIsTheComponentsOrIsNotSent() {
        GATEWAY.willAnswer(Script.answer("Paris"));

        ask("direct:plain", "Capital of France?");

        assertThat(request().header("Authorization")).isEqualTo("Bearer " + COMPONENT_KEY);
        assertThat(request().json().fieldNames()).toIterable().containsExactlyInAnyOrder("model", "messages");
    }

    @Test
    void whatIsGivenIsSent() {
        GATEWAY.willAnswer(Script.answer("yes"));

        ask("direct:everything", "hello");

        assertThat(request().header("Authorization")).isEqualTo("Bearer a+b&c%2Bd=e");
        assertThat(systemMessage()).isEqualTo("Name (a) & b + 100% of it.");
        assertThat(request().json()).hasToString("""
                {"model":"anthropic/claude-sonnet-4.5:beta","messages":%s,"top_k":40,"options":{"num_ctx":8192},\
                "temperature":0.5,"max_tokens":100,"max_completion_tokens":200,"reasoning_effort":"low"}"""
                .formatted(request().json().path("messages")));
    }

    @Test
    void aStreamOnTheWireIsOneAnswer() {
        GATEWAY.willAnswer(Script.sse().text("Pa", "ris").finish("stop").usage(9, 2).done());

        assertThat(ask("direct:streamed", "Capital of France?")).isEqualTo("Paris");
        assertThat(request().json().path("stream").asBoolean()).isTrue();
    }

    @Test
    void aFailureIsTheCallersWithItsName() {
        GATEWAY.willAnswer(Script.error(401, "invalid_request_error", "invalid_api_key", "Wrong key"));

        assertThatThrownBy(() -> ask("direct:plain", "hello")).isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(AuthenticationException.class);
    }

    @Test
    void aCallIsSentAgainWhereTheKameletSaysSo() {
        GATEWAY.willAnswer(Script.status(503).header("Retry-After", "0"), Script.answer("here"));

        assertThat(ask("direct:retried", "hello")).isEqualTo("here");
    }
}
