package io.github.llmchat.scenario.request;

import java.util.Map;

import io.github.llmchat.LlmChatEndpoint;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DynamicModelsAreOneEndpointTest extends OneCallScenario {

    @RegisterExtension
    final ScriptedGateway evil = new ScriptedGateway();

    @BeforeEach
    void theEvilGatewayAnswersToo() {
        evil.alwaysAnswers(Script.answer("Thanks for the key"));
        context.getPropertiesComponent().addInitialProperty("gateway", gateway.baseUrl());
        context.getPropertiesComponent().addInitialProperty("key", KEY);
    }

    @Test
    void aThousandModels() throws Exception {
        route(uri("${header.m}", "temperature=0.5"));

        for (int i = 0; i < 1000; i++) {
            template.requestBodyAndHeader("direct:dynamic", "hi", "m", "model-" + i);
        }

        assertThat(context.getEndpoints().stream().filter(LlmChatEndpoint.class::isInstance)).hasSize(1);
        assertThat(gateway.requests()).extracting(request -> request.json().path("model").asText()).hasSize(1000)
                .doesNotHaveDuplicates();
        assertThat(gateway.requests()).allSatisfy(
                request -> assertThat(request.json().path("temperature")).hasToString("0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "anthropic/claude-sonnet-4.5:beta", "my model", "a+b", "100%", "a%2Fb", "a#b", "模型", "a&b=c", "//x", "a?b" })
    void anyNameArrivesUndamaged(String model) throws Exception {
        route(uri("${header.m}"));

        template.requestBodyAndHeader("direct:dynamic", "hi", "m", model);

        assertThat(onlyRequest().json().path("model").asText()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "llmchat:${header.m}?baseUrl={{gateway}}&apiKey={{key}}",
            "llmchat://${header.m}?baseUrl={{gateway}}&apiKey={{key}}",
            "llmchat:${header.m}?apiKey={{key}}&baseUrl={{gateway}}",
            "llmchat:${header.m}?baseUrl={{gateway}}&apiKey={{key}}&seed=${header.s}",
            "llmchat:${header.m}?baseUrl={{gateway}}&apiKey={{key}}&temperature={{temperature:0.5}}" })
    void aNameThatHoldsOptionsSetsNone(String uri) throws Exception {
        route(uri);
        String model = "gpt-4o?baseUrl=" + evil.baseUrl() + "&systemMessage=x&user=";

        template.requestBodyAndHeaders("direct:dynamic", "hi", Map.of("m", model, "s", 7));

        RecordedRequest request = onlyRequest();
        assertThat(request.json().path("model").asText()).isEqualTo(model);
        assertThat(request.json().path("messages")).hasSize(1);
        assertThat(request.json().has("user")).isFalse();
        assertThat(evil.requests()).isEmpty();
    }

    @Test
    void soItIsIfTheRouteHasNoOptions() throws Exception {
        component().getConfiguration().setBaseUrl(gateway.baseUrl());
        component().getConfiguration().setApiKey(KEY);
        route("llmchat:${header.m}");
        String model = "gpt-4o?baseUrl=" + evil.baseUrl();

        template.requestBodyAndHeader("direct:dynamic", "hi", "m", model);

        assertThat(onlyRequest().json().path("model").asText()).isEqualTo(model);
        assertThat(evil.requests()).isEmpty();
    }

    @Test
    void theHeadersModelGoesBeforeTheNameInTheRoute() throws Exception {
        route(uri("${header.m}"));

        template.requestBodyAndHeaders("direct:dynamic", "hi", Map.of("m", "from-path", "CamelLlmChatModel", "from-header"));

        assertThat(onlyRequest().json().path("model").asText()).isEqualTo("from-header");
    }

    @Test
    void noHeaderIsLeftBehindWhenTheCallFails() throws Exception {
        gateway.willAnswer(Script.error(400, "invalid_request_error", null, "no"));
        route(uri("${header.m}"));

        Exchange exchange = template.request("direct:dynamic", message -> {
            message.getMessage().setBody("hi");
            message.getMessage().setHeader("m", "from-path");
        });

        assertThat(exchange.isFailed()).isTrue();
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelLlmChatModel");
    }

    @Test
    void noHeaderIsLeftBehindByKeepRequestHeaders() throws Exception {
        route(uri("${header.m}", "keepRequestHeaders=true"));

        Exchange exchange = template.request("direct:dynamic", message -> {
            message.getMessage().setBody("hi");
            message.getMessage().setHeader("m", "from-path");
        });

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelLlmChatModel");
    }

    @Test
    void anEmptyNameIsRefused() throws Exception {
        route(uri("${header.m}"));

        Exchange exchange = template.request("direct:dynamic", message -> message.getMessage().setBody("hi"));

        assertThat(exchange.getException()).hasMessageContaining("needs a model as its path");
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void optionalPlaceholdersThatAreNotSetAreDropped() throws Exception {
        route(uri("${header.m}", "temperature={{?none}}"));

        template.requestBodyAndHeader("direct:dynamic", "hi", "m", "a/b");

        assertThat(onlyRequest().json().path("model").asText()).isEqualTo("a/b");
        assertThat(onlyRequest().json().has("temperature")).isFalse();
    }

    private void route(String uri) throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:dynamic").toD(uri));
    }
}
