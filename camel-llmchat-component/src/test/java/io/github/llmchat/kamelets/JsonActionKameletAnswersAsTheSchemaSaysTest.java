package io.github.llmchat.kamelets;

import io.github.llmchat.error.OutputSchemaException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonActionKameletAnswersAsTheSchemaSaysTest extends KameletScenario {

    JsonActionKameletAnswersAsTheSchemaSaysTest() {
        super("json.yaml");
    }

    @Test
    void theBodyIsJsonAndSaysSo() {
        GATEWAY.willAnswer(Script.answer("```json\n{\"mood\":\"good\"}\n```"));

        Exchange answered = template.request("direct:mood", exchange -> exchange.getMessage().setBody("I am fine"));

        assertThat(answered.getMessage().getBody(String.class)).isEqualTo("{\"mood\":\"good\"}");
        assertThat(answered.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(request().json().path("response_format").path("type").asText()).isEqualTo("json_schema");
    }

    @Test
    void anAnswerThatDoesNotMatchIsAskedForOnceMore() {
        GATEWAY.willAnswer(Script.answer("fine"), Script.answer("{\"mood\":\"good\"}"));

        assertThat(ask("direct:mood", "I am fine")).isEqualTo("{\"mood\":\"good\"}");
        assertThat(GATEWAY.requests()).hasSize(2);
    }

    @Test
    void theSchemaMayStandInTheRoute() {
        GATEWAY.willAnswer(Script.answer("{\"city\":\"Paris\"}"), Script.answer("{\"town\":\"Paris\"}"));

        assertThat(ask("direct:inline", "Where?")).isEqualTo("{\"city\":\"Paris\"}");
        assertThat(request().json().at("/response_format/json_schema/schema/required/0").asText()).isEqualTo("city");
        assertThatThrownBy(() -> ask("direct:inline", "Where?")).hasCauseInstanceOf(OutputSchemaException.class);
    }
}
