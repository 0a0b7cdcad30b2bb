package io.github.llmchat.scenario.structured;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.OutputSchemaException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.Json;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersAreRepairedTest extends StructuredScenario {

    @Test
    void theModelIsAskedAgainWithWhatWasWrong() {
        willAnswer(BAD, GOOD);

        Message answer = answered(INVOICE).getMessage();

        assertThat(answer.getBody(Invoice.class).currency()).isEqualTo(Invoice.Currency.EUR);
        assertThat(answer.getHeader(LlmChatConstants.REPAIRS)).isEqualTo(1L);
        JsonNode messages = request(1).path("messages");
        assertThat(messages).hasSize(3);
        assertThat(messages.get(0)).isEqualTo(request(0).at("/messages/0"));
        assertThat(messages.get(1)).hasToString(
                "{\"role\":\"assistant\",\"content\":" + TextNode.valueOf(BAD) + "}");
        assertThat(messages.get(2).path("role").asText()).isEqualTo("user");
        assertThat(messages.get(2).path("content").asText()).contains("JSON Schema", "$.currency", "EUR");
        assertThat(request(1).path("response_format")).isEqualTo(request(0).path("response_format"));
    }

    @Test
    void theTokensOfAllCallsAreCounted() {
        willAnswer(BAD, GOOD);

        Message answer = answered(INVOICE).getMessage();

        assertThat(answer.getHeader(LlmChatConstants.PROMPT_TOKENS)).isEqualTo(20L);
        assertThat(answer.getHeader(LlmChatConstants.COMPLETION_TOKENS)).isEqualTo(10L);
        assertThat(answer.getHeader(LlmChatConstants.TOTAL_TOKENS)).isEqualTo(30L);
    }

    @Test
    void anAnswerThatIsNoJsonIsRepairedToo() {
        willAnswer("Sure! Here is your invoice.", GOOD);

        assertThat(answered(INVOICE).getMessage().getBody()).isInstanceOf(Invoice.class);
        assertThat(request(1).at("/messages/2/content").asText()).contains("not one JSON document");
    }

    @Test
    void ofSeveralAnswersTheOneThatIsWrongGoesBack() {
        gateway.willAnswer(choices(GOOD, BAD), choices(GOOD, GOOD));

        Exchange exchange = answered(INVOICE + "&n=2");

        assertThat(exchange.getMessage().getBody(List.class)).hasSize(2).hasOnlyElementsOfType(Invoice.class);
        assertThat(request(1).at("/messages/1/content").asText()).isEqualTo(BAD);
    }

    private static Script choices(String... texts) {
        ObjectNode answer = Json.object();
        for (String text : texts) {
            answer.withArrayProperty("choices").addObject().putObject("message").put("content", text);
        }
        return Script.json(answer.toString());
    }

    @Test
    void repairsEnd() {
        willAnswer(BAD, "no", BAD);

        Exchange exchange = ask(llmchat(INVOICE + "&maxRepairs=2"));

        assertThat(exchange.getException()).isInstanceOf(OutputSchemaException.class)
                .hasMessageContaining("after 2 repairs");
        assertThat(gateway.requests()).hasSize(3);
        assertThat(request(2).path("messages")).hasSize(5);
    }

    @Test
    void withoutRepairsTheFirstAnswerCounts() {
        willAnswer(BAD);

        assertThat(ask(llmchat(INVOICE + "&maxRepairs=0")).getException()).isInstanceOf(OutputSchemaException.class);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void aStreamedAnswerIsRepairedWhenNobodyHasSeenItsChunks() {
        gateway.willAnswer(
                Script.sse().text(BAD).finish("stop").usage(10, 5).done(),
                Script.sse().text(GOOD).finish("stop").usage(12, 5).done());

        Message answer = answered(INVOICE + "&streaming=true&output=text").getMessage();

        assertThat(answer.getBody()).isInstanceOf(Invoice.class);
        assertThat(answer.getHeader(LlmChatConstants.PROMPT_TOKENS)).isEqualTo(22L);
    }

    @Test
    void aRefusalIsNotRepaired() {
        gateway.willAnswer(Script.json(
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I can't\"}}]}"));

        Exchange exchange = ask(llmchat(INVOICE));

        assertThat(exchange.getException()).isInstanceOf(OutputSchemaException.class).hasMessageContaining("refused")
                .hasMessageNotContaining("can't");
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatWasCutOffIsNotRepairedAndSaysWhatToRaise() {
        gateway.willAnswer(Script.sse().text("{\"number\":\"A").finish("length").done());

        Exchange exchange = ask(llmchat(INVOICE + "&streaming=true&output=text"));

        assertThat(exchange.getException()).isInstanceOf(OutputSchemaException.class).hasMessageContaining("maxTokens");
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void aRepairThatFailsFailsTheCall() {
        willAnswer(BAD);
        gateway.willAnswer(Script.error(500, "server_error", null, "down"));

        assertThat(ask(llmchat(INVOICE)).getException()).isInstanceOf(ServerException.class);
    }
}
