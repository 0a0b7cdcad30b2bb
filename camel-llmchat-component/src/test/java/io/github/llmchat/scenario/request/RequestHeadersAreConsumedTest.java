package io.github.llmchat.scenario.request;

import java.util.HashMap;
import java.util.Map;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestHeadersAreConsumedTest extends OneCallScenario {

    private static final Map<String, Object> HEADERS = headers();

    private static Map<String, Object> headers() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelLlmChatModel", "other");
        headers.put("CamelLlmChatSystemMessage", "Be brief");
        headers.put("CamelLlmChatDeveloperMessage", "Be kind");
        headers.put("CamelLlmChatUserMessage", "hi");
        headers.put("CamelLlmChatMediaType", "text/plain");
        headers.put("CamelLlmChatVendor", "auto");
        headers.put("CamelLlmChatAdditionalBody", "{\"top_k\":4}");
        headers.put("CamelLlmChatAdditionalHeaders", "{\"X-Title\":\"t\"}");
        headers.put("CamelLlmChatStreaming", true);
        headers.put("CamelLlmChatOutput", "text");
        headers.put("CamelLlmChatTemperature", 0.5);
        headers.put("CamelLlmChatMaxTokens", 5);
        headers.put("CamelLlmChatResponseFormat", "json_object");
        return Map.copyOf(headers);
    }

    @Test
    void aCallThatSucceedsConsumesThem() {
        Exchange exchange = call(uri("gpt-4o"), "ignored", HEADERS);

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys(HEADERS.keySet().toArray(new String[0]));
    }

    @Test
    void aStreamConsumesThemWhenItBegins() {
        Map<String, Object> headers = new HashMap<>(HEADERS);
        headers.put("CamelLlmChatOutput", "stream");

        Exchange exchange = call(uri("gpt-4o"), "ignored", headers);

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys(HEADERS.keySet().toArray(new String[0]));
    }

    @Test
    void otherHeadersStay() {
        Exchange exchange = call(uri("gpt-4o"), "hi", Map.of("orderId", 4711, "CamelLlmChatTemperature", 1));

        assertThat(exchange.getMessage().getHeader("orderId")).isEqualTo(4711);
    }

    @Test
    void keepRequestHeadersKeepsThem() {
        Exchange exchange = call(uri("gpt-4o", "keepRequestHeaders=true"), "ignored", HEADERS);

        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(HEADERS);
    }

    @Test
    void aCallThatFailsKeepsThem() {
        gateway.willAnswer(Script.error(400, "invalid_request_error", null, "no"));

        Exchange exchange = request(uri("gpt-4o"), "ignored", HEADERS);

        assertThat(exchange.isFailed()).isTrue();
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(HEADERS);
    }

    @Test
    void aRedeliverySendsTheSameRequest() throws Exception {
        gateway.willAnswer(Script.error(400, "invalid_request_error", null, "no"), Script.answer("Hello"));
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:redelivered")
                .errorHandler(routes.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                .to(uri("gpt-4o")));

        Exchange exchange = template.request("direct:redelivered", message -> {
            message.getMessage().setBody("hi");
            message.getMessage().setHeader("CamelLlmChatTemperature", 0.5);
        });

        assertThat(exchange.getException()).isNull();
        assertThat(gateway.requests()).hasSize(2);
        assertThat(gateway.requests().get(1).body()).isEqualTo(gateway.requests().get(0).body()).contains("0.5");
    }

    @Test
    void aSecondCallInTheRouteDoesNotInheritThem() throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:twice").to(uri("first")).to(uri("second")));

        template.requestBodyAndHeaders("direct:twice", "hi", Map.of("CamelLlmChatModel", "other", "CamelLlmChatSeed", 7));

        assertThat(gateway.requests()).hasSize(2);
        assertThat(gateway.requests().get(0).json().path("model").asText()).isEqualTo("other");
        assertThat(gateway.requests().get(1).json().path("model").asText()).isEqualTo("second");
        assertThat(gateway.requests().get(1).json().has("seed")).isFalse();
    }
}
