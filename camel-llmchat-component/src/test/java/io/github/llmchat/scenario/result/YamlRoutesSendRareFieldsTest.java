package io.github.llmchat.scenario.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.scenario.request.RequestSchema;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class YamlRoutesSendRareFieldsTest extends YamlScenario {

    private static final String MESSAGES = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],";

    YamlRoutesSendRareFieldsTest() {
        super("rare-fields.yaml");
    }

    @BeforeEach
    void theGatewayAnswers() {
        GATEWAY.alwaysAnswers(request -> request.json().path("stream").asBoolean()
                ? Script.sse().text("Hello").finish("stop").done() : Script.answer("Hello"));
    }

    @Test
    void oneOptionEach() {
        JsonNode request = sent("direct:one-option-each");

        assertThat(request.path("top_k")).hasToString("40");
        assertThat(request.path("min_p")).hasToString("0.05");
        assertThat(request.path("think")).hasToString("true");
        assertThat(request.path("prompt_cache_key")).hasToString("\"tenant-7\"");
        assertThat(request.path("safety_identifier")).hasToString("\"4711\"");
        assertThat(request.path("reasoning")).hasToString("{\"effort\":\"high\",\"exclude\":false}");
        assertThat(request.path("stop_token_ids")).hasToString("[1,2]");
        assertThat(request.path("prediction")).hasToString("{\"type\":\"content\",\"content\":\"a & b + c\"}");
        assertThat(request.path("extra_body")).hasToString("{\"google\":{\"thinking_config\":{\"include_thoughts\":true}}}");
        assertThat(request).hasSize(2 + 9);
    }

    @Test
    void inOneOption() {
        sent("direct:in-one-option");

        assertThat(GATEWAY.requests().get(0).body()).isEqualTo(
                MESSAGES + "\"stream_options\":{\"include_obfuscation\":false,\"include_usage\":true},"
                                                               + "\"vl_high_resolution_images\":true,"
                                                               + "\"web_search_options\":{\"search_context_size\":\"low\"},"
                                                               + "\"usage\":{\"include\":true},\"top_k\":40,\"stream\":true}");
    }

    @Test
    void inTheHeader() {
        sent("direct:in-the-header");

        assertThat(GATEWAY.requests().get(0).body()).isEqualTo(
                MESSAGES + "\"web_search\":{\"enable\":true},\"search_parameters\":{\"max_search_results\":3},"
                                                               + "\"think\":\"high\"}");
    }

    @Test
    void optionsThatAreObjects() {
        JsonNode request = sent("direct:options");

        assertThat(request.path("tools")).hasSize(3);
        assertThat(request.path("tool_choice")).hasToString("{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}");
        assertThat(request.path("parallel_tool_calls")).hasToString("false");
        assertThat(request.path("modalities")).hasToString("[\"text\",\"audio\"]");
        assertThat(request.path("audio")).hasToString("{\"voice\":\"alloy\",\"format\":\"mp3\"}");
        assertThat(request.path("enable_thinking")).hasToString("true");
        assertThat(request.path("llmgw_thinking")).hasToString("false");
        assertThat(request.path("thinking")).hasToString("{\"type\":\"enabled\",\"clear_thinking\":false}");
        assertThat(request.path("reasoning_effort")).hasToString("\"low\"");
    }

    private JsonNode sent(String route) {
        assertThat(template.requestBody(route, "hi", String.class)).isEqualTo("Hello");
        return RequestSchema.assertValid(GATEWAY.requests().get(0).json());
    }
}
