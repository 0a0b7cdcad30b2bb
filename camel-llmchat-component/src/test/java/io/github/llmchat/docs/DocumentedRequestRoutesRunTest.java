package io.github.llmchat.docs;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.scenario.request.RequestSchema;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the page on requests shows are run as they stand there. */
class DocumentedRequestRoutesRunTest extends DocumentedPage {

    DocumentedRequestRoutesRunTest() {
        super("requests.md");
        context.getPropertiesComponent().addInitialProperty("tenant", "acme");
    }

    @BeforeEach
    void theGatewayAnswers() {
        gateway.willAnswer(Script.answer("Hello"));
    }

    @Test
    void optionsAndAHeader() {
        JsonNode request = sent("direct:ask", Map.of("budget", 50)).json();

        assertThat(request.path("max_tokens").asInt()).isEqualTo(50);
        assertThat(request.path("temperature").asDouble()).isEqualTo(0.2);
        assertThat(request.path("stop")).hasToString("[\"END\",\"\\n\\n\"]");
        assertThat(request.path("user").asText()).isEqualTo("acme");
        assertThat(request).hasSize(2 + 4);
    }

    @Test
    void fieldsWithoutAnOption() {
        JsonNode request = sent("direct:rare", Map.of()).json();

        assertThat(request.path("safety_identifier").asText()).isEqualTo("customer-4711");
        assertThat(request.path("prompt_cache_key").asText()).isEqualTo("invoices");
        assertThat(request.path("top_k").asInt()).isEqualTo(40);
        assertThat(request.at("/prediction/content").asText()).isEqualTo("As before.");
    }

    @Test
    void fieldsInsideMessages() {
        JsonNode request = sent("direct:conversation", Map.of()).json();

        assertThat(request.at("/messages/0/content/0/cache_control/type").asText()).isEqualTo("ephemeral");
        assertThat(request.at("/messages/2/prefix").asBoolean()).isTrue();
        assertThat(request.path("top_k").asInt()).isEqualTo(20);
        assertThat(request.path("temperature").asInt(1)).isZero();
        assertThat(request.path("model").asText()).isEqualTo("claude-sonnet-4-5");
    }

    @Test
    void httpHeaders() {
        RecordedRequest request = sent("direct:routed", Map.of("provider", "anthropic"));

        assertThat(request.header("vendor")).isEqualTo("anthropic");
        assertThat(request.header("X-Title")).isEqualTo("price list");
    }

    private RecordedRequest sent(String route, Map<String, Object> headers) {
        assertThat(context.createProducerTemplate().requestBodyAndHeaders(route, "hi", headers, String.class))
                .isEqualTo("Hello");
        RecordedRequest request = gateway.requests().get(0);
        RequestSchema.assertValid(request.json());
        return request;
    }
}
