package io.github.llmchat.scenario.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OtherSitesMayCallIfTheServerSaysSoTest extends ServerScenario {

    @Override
    void configure(VertxPlatformHttpServerConfiguration configuration) {
        configuration.getCors().setEnabled(true);
        configuration.getCors().setOrigins(java.util.List.of("https://chat.example"));
        configuration.getCors().setHeaders(java.util.List.of("authorization", "content-type"));
    }

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up?apiKeys=alice=sk-alice").setBody(builder.constant("ok"));
    }

    @Test
    void questionsBeforehandAreAnsweredByTheServer() throws Exception {
        HttpResponse<String> preflight = send(request("/v1/chat/completions").header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST").header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.statusCode()).isBetween(200, 204);
        assertThat(preflight.headers().firstValue("access-control-allow-origin")).hasValue("https://chat.example");
    }

    @Test
    void answersAndErrorsCanBeReadByThePage() throws Exception {
        for (String key : new String[] { "sk-alice", "wrong" }) {
            for (String stream : new String[] { "true", "false" }) {
                HttpResponse<String> response = send(chat(asks("up", ",\"stream\":" + stream))
                        .header("Origin", "https://chat.example").header("Authorization", "Bearer " + key));
                assertThat(response.headers().firstValue("access-control-allow-origin")).hasValue("https://chat.example");
            }
        }
    }
}
