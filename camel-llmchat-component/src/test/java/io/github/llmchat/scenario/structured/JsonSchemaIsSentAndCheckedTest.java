package io.github.llmchat.scenario.structured;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.OutputSchemaException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonSchemaIsSentAndCheckedTest extends StructuredScenario {

    private static final String SCHEMA
            = "{\"title\":\"Mood\",\"type\":\"object\",\"properties\":{\"mood\":{\"enum\":[\"good\",\"bad\"]}},\"required\":[\"mood\"]}";

    @Test
    void theBodyIsTheBareJsonText() {
        willAnswer("```json\n{\"mood\": \"good\"}\n```");

        assertThat(answered("jsonSchema=RAW(" + SCHEMA + ")").getMessage().getBody()).isEqualTo("{\"mood\": \"good\"}");

        JsonNode format = request(0).path("response_format");
        assertThat(format)
                .hasToString("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Mood\",\"schema\":" + SCHEMA + "}}");
    }

    @Test
    void aWrapperIsSentAsItIs() {
        willAnswer("{\"mood\":\"bad\"}");

        answered("jsonSchema=RAW({\"name\":\"m\",\"strict\":true,\"schema\":" + SCHEMA + "})");

        assertThat(request(0).at("/response_format/json_schema/name").asText()).isEqualTo("m");
        assertThat(request(0).at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(request(0).at("/response_format/json_schema/schema")).hasToString(SCHEMA);
    }

    @Test
    void theSchemaMayBeAResource() {
        willAnswer("{\"mood\":\"bad\"}");

        answered("jsonSchema=resource:classpath:schema/mood.json");

        assertThat(request(0).at("/response_format/json_schema/schema/required/0").asText()).isEqualTo("mood");
    }

    @Test
    void aHeaderGivesTheSchemaForOneMessage() {
        willAnswer("{\"mood\":\"fair\"}");

        Exchange exchange = template.request(llmchat("maxRepairs=0"), e -> {
            e.getMessage().setBody(PROMPT);
            e.getMessage().setHeader(LlmChatConstants.JSON_SCHEMA, Map.of("type", "object", "maxProperties", 0));
        });

        assertThat(exchange.getException()).isInstanceOf(OutputSchemaException.class);
    }

    @Test
    void aHeaderNeverNamesAResource() {
        Exchange exchange = template.request(llmchat(""), e -> {
            e.getMessage().setBody(PROMPT);
            e.getMessage().setHeader(LlmChatConstants.JSON_SCHEMA, "resource:classpath:schema/mood.json");
        });

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll("CamelLlmChatJsonSchema", "JSON object");
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void gatewaysWithoutJsonSchemaAreAskedForAnyJson() {
        willAnswer("{\"mood\":\"good\"}");

        answered("responseFormat=json_object&jsonSchema=RAW(" + SCHEMA + ")");

        assertThat(request(0).path("response_format")).hasToString("{\"type\":\"json_object\"}");
    }

    @Test
    void whatIsWrongIsToldWithoutTheAnswersWords() {
        willAnswer("{\"mood\":\"confidential\"}");

        Exchange exchange = ask(llmchat("maxRepairs=0&jsonSchema=RAW(" + SCHEMA + ")"));

        OutputSchemaException failure = exchange.getException(OutputSchemaException.class);
        assertThat(failure).hasMessageContainingAll("schema Mood", "mood").hasMessageNotContaining("confidential");
        assertThat(failure.violations()).hasSize(1);
        assertThat(failure.partialCompletion().text()).contains("confidential");
        assertThat(failure.category()).isEqualTo("UNKNOWN");
        assertThat(failure.url()).startsWith("http://127.0.0.1");
        assertThat(exchange.getProperty(LlmChatConstants.ERROR_CATEGORY)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "jsonSchema=mood", "jsonSchema=RAW({\"type\":7})", "jsonSchema=resource:classpath:schema/none.json",
            "outputClass=com.example.None", "outputClass=java.lang.String", "maxRepairs=-1" })
    void mistakesAreStartUpErrorsThatNameTheOption(String option) {
        String name = option.substring(0, option.indexOf('='));

        assertThatThrownBy(() -> context.addRoutes(route(llmchat(option)))).hasStackTraceContaining(name);
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mistake").to(uri);
            }
        };
    }
}
