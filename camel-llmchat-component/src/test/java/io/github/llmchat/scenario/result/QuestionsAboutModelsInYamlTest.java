package io.github.llmchat.scenario.result;

import java.util.List;
import java.util.Map;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionsAboutModelsInYamlTest extends YamlScenario {

    private static final String LIST = "[{\"id\":\"a\",\"price\":0.10},{\"id\":\"b\"}]";
    private static final String READS = "{\"id\":\"r\",\"modalities\":{\"input\":[\"text\"]}}";
    private static final String SEES = "{\"id\":\"s\",\"modalities\":{\"input\":[\"text\",\"image\"]}}";

    QuestionsAboutModelsInYamlTest() {
        super("models.yaml");
    }

    @Test
    void theListIsMarshalledAsReceived() {
        GATEWAY.willAnswer(Script.json("{\"object\":\"list\",\"data\":" + LIST + "}"));

        assertThat(template.requestBody("direct:models", null, String.class)).isEqualTo(LIST);

        assertThat(GATEWAY.requests().get(0).header("Authorization")).isEqualTo("Bearer sk-yaml-0123456789");
    }

    @Test
    void anEntryDecidesTheWay() {
        GATEWAY.willAnswer(Script.json(READS), Script.json(SEES));

        assertThat(template.requestBodyAndHeader("direct:entry", "", "model", "x/r", String.class)).isEqualTo("r reads");
        assertThat(template.requestBodyAndHeader("direct:entry", "", "model", "x/s?output=json", String.class))
                .isEqualTo("s sees");

        assertThat(GATEWAY.requests()).extracting(request -> request.path())
                .containsExactly("/v1/model-catalog/x%2Fr", "/v1/model-catalog/x%2Fs%3Foutput%3Djson");
    }

    @Test
    void anImageGoesToTheModelThatSees() {
        GATEWAY.willAnswer(Script.json(READS), Script.json(SEES), Script.answer("A cat"));
        Map<String, Object> image = Map.of(
                "role", "user", "content",
                List.of(Map.of("type", "image_url", "image_url", Map.of("url", "https://example.com/cat.png"))));

        assertThat(template.requestBody("direct:ask", image, String.class)).isEqualTo("A cat");

        assertThat(GATEWAY.requests().get(2).json().path("model").asText()).isEqualTo("second-choice");
    }
}
