package io.github.llmchat.scenario.models;

import java.util.Map;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ModelInfo;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelsAreListedTest extends ModelScenario {

    private static final String OPENAI
            = "{\"object\":\"list\",\"data\":[{\"id\":\"gpt-4o\",\"object\":\"model\",\"created\":1715367049,"
              + "\"owned_by\":\"system\"},{\"id\":\"a/b:c\",\"x\":{\"y\":1.50}}]}";

    @Test
    void byAGetWithoutABody() {
        gateway.willAnswer(Script.json(OPENAI));

        call(uri("*", MODELS, "vendor=aws", "additionalHeader.X-Title=demo"), "whatever");

        RecordedRequest request = onlyRequest();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v1/models");
        assertThat(request.bodyBytes()).isEmpty();
        assertThat(request.header("Content-Type")).isNull();
        assertThat(request.header("Content-Length")).isNull();
        assertThat(request.header("Accept")).isEqualTo("application/json");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(request.header("vendor")).isEqualTo("aws");
        assertThat(request.header("X-Title")).isEqualTo("demo");
    }

    @Test
    void noMessageBodyIsNeeded() {
        gateway.willAnswer(Script.json(OPENAI));

        assertThat(models(call(uri("*", MODELS), null))).hasSize(2);
    }

    @Test
    void asTypedEntries() {
        gateway.willAnswer(Script.json(OPENAI));

        Exchange exchange = call(uri("gpt-4o", MODELS), null);

        assertThat(models(exchange)).extracting(ModelInfo::id).containsExactly("gpt-4o", "a/b:c");
        ModelInfo model = models(exchange).get(0);
        assertThat(model.created()).isEqualTo(1715367049L);
        assertThat(model.ownedBy()).isEqualTo("system");
        assertThat(models(exchange).get(1).toJson()).isEqualTo("{\"id\":\"a/b:c\",\"x\":{\"y\":1.50}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[{\"id\":\"a\"},{\"id\":\"b\"}]", "{\"data\":[\"a\",\"b\"]}", "[\"a\",\"b\"]",
            "{\"models\":[{\"name\":\"a\"},{\"model\":\"b\"}]}",
            "{\"data\":[{\"id\":\"a\",\"message\":\"new\"},{\"id\":\"b\"}]}",
            "[{\"id\":\"a\",\"title\":\"A\"},7,null,{\"id\":\"b\"}]", "{\"models\":[\"a\",\"b\"],\"error\":null}" })
    void inAnyFormThatGatewaysHave(String json) {
        gateway.willAnswer(Script.json(json));

        assertThat(models(call(uri("*", MODELS), null))).extracting(ModelInfo::id).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"object\":\"list\",\"data\":[]}", "[]", "{\"object\":\"list\",\"data\":null}" })
    void thereMayBeNone(String json) {
        gateway.willAnswer(Script.json(json));

        assertThat(models(call(uri("*", MODELS), null))).isEmpty();
    }

    @Test
    void outputJsonIsTheTextAsReceived() {
        gateway.willAnswer(Script.json(OPENAI), Script.json(OPENAI));

        assertThat(call(uri("*", MODELS, "output=json"), null).getMessage().getBody()).isEqualTo(OPENAI);
        assertThat(call(uri("*", MODELS), null, Map.of(LlmChatConstants.OUTPUT, "json")).getMessage().getBody())
                .isEqualTo(OPENAI);
    }

    @Test
    void otherOptionsOfAChatChangeNothing() {
        gateway.willAnswer(Script.json(OPENAI));

        assertThat(models(call(uri("*", MODELS, "streaming=true", "userMessage=hi"), null))).hasSize(2);
        assertThat(onlyRequest().header("Accept")).isEqualTo("application/json");
    }

    @Test
    void headersAreThoseOfAChat() {
        gateway.willAnswer(Script.json(OPENAI).header("x-request-id", "req-7").header("x-ratelimit-remaining-requests", "9"));

        Map<String, Object> headers = call(
                uri("*", MODELS), null,
                Map.of(LlmChatConstants.FINISH_REASON, "stop", LlmChatConstants.MODEL, "m", "mine", "kept")).getMessage()
                .getHeaders();

        assertThat(headers).containsEntry(LlmChatConstants.REQUEST_ID, "req-7")
                .containsEntry(LlmChatConstants.HTTP_STATUS, 200L)
                .containsEntry(LlmChatConstants.RATE_LIMIT_REMAINING_REQUESTS, 9L)
                .containsEntry("mine", "kept")
                .doesNotContainKeys(LlmChatConstants.FINISH_REASON, LlmChatConstants.MODEL);
    }
}
