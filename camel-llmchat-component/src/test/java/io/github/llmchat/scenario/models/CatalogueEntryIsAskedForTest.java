package io.github.llmchat.scenario.models;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ModelInfo;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueEntryIsAskedForTest extends ModelScenario {

    @Test
    void forTheModelInThePath() {
        gateway.willAnswer(Script.json(SEES));

        ModelInfo model = call(uri("qwen3.6-plus", CATALOGUE), "whatever").getMessage().getBody(ModelInfo.class);

        assertThat(model.id()).isEqualTo("m");
        assertThat(model.inputModalities()).containsExactly("text", "image");
        assertThat(model.outputModalities()).containsExactly("text");
        assertThat(model.acceptsImages()).isTrue();
        RecordedRequest request = onlyRequest();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v1/model-catalog/qwen3.6-plus");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @ParameterizedTest
    @CsvSource({
            "anthropic/claude-sonnet-4.5:beta, anthropic%2Fclaude-sonnet-4.5%3Abeta",
            "@cf/meta/llama-3, %40cf%2Fmeta%2Fllama-3", "my model, my%20model", "a+b%20&c, a%2Bb%2520%26c",
            "a?b#c, a%3Fb%23c", "模型, %E6%A8%A1%E5%9E%8B", "ft:gpt-4o:me::x_~1, ft%3Agpt-4o%3Ame%3A%3Ax_~1" })
    void withEveryCharacterOfTheIdInOneSegment(String model, String segment) {
        gateway.willAnswer(Script.json(SEES));

        call(uri("*", CATALOGUE), null, Map.of(LlmChatConstants.MODEL, model));

        assertThat(onlyRequest().path()).isEqualTo("/v1/model-catalog/" + segment);
    }

    @Test
    void anIdInThePathIsEncodedToo() {
        gateway.willAnswer(Script.json(SEES));

        call(uri("anthropic/claude-sonnet-4.5:beta", CATALOGUE), null);

        assertThat(onlyRequest().path()).isEqualTo("/v1/model-catalog/anthropic%2Fclaude-sonnet-4.5%3Abeta");
    }

    @Test
    void theQueryOfTheBaseUrlStaysBehindIt() {
        gateway.willAnswer(Script.json(SEES));

        call("llmchat:a/b?operation=modelCatalog&baseUrl=RAW(" + gateway.baseUrl() + "?api-version=2)", null);

        assertThat(onlyRequest().path()).isEqualTo("/v1/model-catalog/a%2Fb?api-version=2");
    }

    @Test
    void theHeaderGoesBeforeThePathAndIsConsumed() {
        gateway.willAnswer(Script.json(SEES));

        Message message = call(uri("from-path", CATALOGUE), null, Map.of(LlmChatConstants.MODEL, "from-header")).getMessage();

        assertThat(onlyRequest().path()).endsWith("/from-header");
        assertThat(message.getHeaders()).doesNotContainKey(LlmChatConstants.MODEL);
    }

    @Test
    void anAsteriskNeedsTheHeader() {
        assertRefused(uri("*", CATALOGUE), null, Map.of(), LlmChatConstants.MODEL, "modelCatalog");
    }

    @ParameterizedTest
    @ValueSource(strings = { ".", ".." })
    void aNameThatWouldLeadOutOfTheCatalogueIsRefused(String model) {
        assertRefused(uri("*", CATALOGUE), null, Map.of(LlmChatConstants.MODEL, model), "'" + model + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"data\":{\"id\":\"m\",\"n\":1}}", "{\"id\":\"m\",\"title\":\"The m\",\"n\":1}",
            "{\"name\":\"m\",\"detail\":\"old\",\"n\":1}",
            "{\"code\":0,\"message\":\"success\",\"data\":{\"id\":\"m\",\"n\":1}}",
            "{\"id\":\"m\",\"error\":null,\"n\":1}" })
    void inAnyFormThatGatewaysHave(String json) {
        gateway.willAnswer(Script.json(json));

        ModelInfo model = call(uri("m", CATALOGUE), null).getMessage().getBody(ModelInfo.class);

        assertThat(model.id()).isEqualTo("m");
        assertThat(model.get("n").intValue()).isOne();
    }

    @Test
    void anEntryConvertsToItsIdAndItsJson() {
        gateway.willAnswer(Script.json(TEXT_ONLY));

        Message message = call(uri("m", CATALOGUE), null).getMessage();

        assertThat(message.getBody(String.class)).isEqualTo("m");
        assertThat(message.getBody(JsonNode.class)).hasToString(TEXT_ONLY);
        assertThat(message.getBody(Map.class)).containsOnlyKeys("id", "modalities");
    }

    @Test
    void outputJsonIsTheTextAsReceived() {
        gateway.willAnswer(Script.json("{\"data\":" + TEXT_ONLY + "}"));

        assertThat(call(uri("m", CATALOGUE, "output=json"), null).getMessage().getBody())
                .isEqualTo("{\"data\":" + TEXT_ONLY + "}");
    }
}
