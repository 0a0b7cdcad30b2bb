package io.github.llmchat.scenario.server;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServingMistakesAreStartUpErrorsTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:taken").setBody(builder.constant("first"));
    }

    @Test
    void twoRoutesForOneModel() throws Exception {
        assertThatThrownBy(() -> add("llmchat:taken?keepAliveInterval=1s"))
                .hasMessage("Two routes serve the model taken at /v1: from(\"llmchat:taken\") may be there once for each path");

        add("llmchat:taken?path=/v2");
        assertThat(json(send(chat(asks("taken", "")))).at("/choices/0/message/content").asText()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "maxRequestSize=0 | maxRequestSize=0: must be 1 or more",
            "maxConcurrentRequests=-1 | maxConcurrentRequests=-1: must be 0 or more",
            "keepAliveInterval=-1 | keepAliveInterval=-1: must be a duration such as 15s, or 0 for never",
            "path=/a*b | path=/a*b: must be a plain path such as /v1",
            "apiKeys=sk-1234 | apiKeys: must be name=key pairs such as alice=sk-1,bob=sk-2, a JSON object, or a Map (#bean:name)",
            "apiKeys=alice= | apiKeys: the name or the key of alice is empty",
            "apiKeys={} | apiKeys: has no key. Leave the option out to let everybody use the model" })
    void valuesThatAreNotAllowed(String option, String message) {
        assertThatThrownBy(() -> add("llmchat:other?" + option)).hasMessage(message);
    }

    @Test
    void noHttpServer() throws Exception {
        try (DefaultCamelContext bare = new DefaultCamelContext()) {
            assertThatThrownBy(() -> {
                bare.addRoutes(route("llmchat:other"));
                bare.start();
            }).hasMessageContaining("camel.server.enabled=true");
        }
    }

    private void add(String uri) throws Exception {
        context.addRoutes(route(uri));
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).setBody(constant("second"));
            }
        };
    }
}
