package io.github.llmchat.scenario.request;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModelMistakesAreStartUpErrorsTest extends OneCallScenario {

    @ParameterizedTest
    @ValueSource(strings = { "llmchat", "llmchat:?temperature=1", "llmchat://?temperature=1" })
    void noModel(String uri) {
        assertThatThrownBy(() -> start(uri)).hasStackTraceContaining("needs a model as its path, as in llmchat:gpt-4o");
    }

    @ParameterizedTest
    @ValueSource(strings = { "llmchat:", "llmchat://" })
    void nothingAtAllBehindTheColon(String uri) {
        assertThatThrownBy(() -> start(uri)).hasStackTraceContaining("Failed to resolve endpoint: " + uri);
    }

    @ParameterizedTest
    @ValueSource(strings = { "llmchat:gpt-4o?model=gpt-5", "llmchat?model=gpt-5", "llmchat:*?model=gpt-5" })
    void aModelAsOption(String uri) {
        assertThatThrownBy(() -> start(uri)).hasStackTraceContaining("model is not an option")
                .hasStackTraceContaining("llmchat:gpt-5");
    }

    @Test
    void anOptionThatDoesNotExist() {
        assertThatThrownBy(() -> start("llmchat:gpt-4o?temprature=1")).hasStackTraceContaining("temprature");
    }

    @Test
    void servingWithoutAnHttpServer() {
        assertThatThrownBy(() -> RouteBuilder.addRoutes(context, routes -> routes.from("llmchat:gpt-4o").to("mock:none")))
                .hasStackTraceContaining("needs an HTTP server");
    }

    private void start(String uri) throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:start").to(uri));
    }
}
