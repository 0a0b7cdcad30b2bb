package io.github.llmchat.docs;

import java.util.List;
import java.util.Map;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the page on models shows are run as they stand there. */
class DocumentedModelRoutesRunTest extends DocumentedPage {

    private static final String TEXT_ONLY = "{\"id\":\"m\",\"owned_by\":\"me\",\"modalities\":{\"input\":[\"text\"]}}";

    DocumentedModelRoutesRunTest() {
        super("models.md");
    }

    @Test
    void modelsAreListed() {
        gateway.willAnswer(Script.json("{\"data\":[" + TEXT_ONLY + ",\"n\"]}"));

        context.createProducerTemplate().requestBody("direct:models", (Object) null);

        assertThat(log.messages()).contains("m of me", "n of ");
        assertThat(gateway.requests().get(0).path()).isEqualTo("/v1/models");
    }

    @Test
    void anEntryIsLookedUp() {
        gateway.willAnswer(Script.json(TEXT_ONLY));

        context.createProducerTemplate().requestBody("direct:entry", "a/b:c");

        assertThat(log.messages()).contains("m takes [text]");
        assertThat(gateway.requests().get(0).path()).isEqualTo("/v1/model-catalog/a%2Fb%3Ac");
    }

    @Test
    void anImageIsRefused() {
        gateway.willAnswer(Script.json(TEXT_ONLY));
        Map<String, Object> image = Map.of(
                "role", "user", "content",
                List.of(Map.of("type", "image_url", "image_url", Map.of("url", "https://example.com/cat.png"))));

        Exception failure = context.createProducerTemplate()
                .request("direct:ask", exchange -> exchange.getMessage().setBody(image)).getException();

        assertThat(failure).isInstanceOf(BadRequestException.class);
        assertThat(gateway.requests()).hasSize(1);
    }
}
