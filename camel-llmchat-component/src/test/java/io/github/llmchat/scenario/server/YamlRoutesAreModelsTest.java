package io.github.llmchat.scenario.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Properties;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** YAML and properties, and nothing else, on the HTTP server of Camel Main. */
class YamlRoutesAreModelsTest extends CamelMainTestSupport {

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.setRoutesIncludePattern("classpath:routes/serving.yaml");
    }

    @Override
    public Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("camel.component.llmchat.base-url", GATEWAY.baseUrl());
        properties.setProperty("camel.server.enabled", "true");
        properties.setProperty("camel.server.port", "0");
        properties.setProperty("alices.key", "sk-alice");
        return properties;
    }

    @Test
    void aTeamsGateway() throws Exception {
        GATEWAY.willAnswer(Script.sse().text("a bad", " word").finish("stop").done(), Script.answer("passed"));

        assertThat(ask("support-bot", "sk-wrong").statusCode()).isEqualTo(401);
        assertThat(ask("support-bot", "sk-alice").body()).contains("\"a ***\"", "\" word\"").endsWith("data: [DONE]\n\n");
        assertThat(ask("anything", null).statusCode()).isEqualTo(200);
        assertThat(GATEWAY.requests().get(0).json().at("/messages/0/content").asText()).isEqualTo("Be brief.");
    }

    private HttpResponse<String> ask(String model, String key) throws Exception {
        VertxPlatformHttpRouter router = context.getRegistry().findSingleByType(VertxPlatformHttpRouter.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + router.getServer().getPort() + "/v1/chat/completions"))
                .header("Content-Type", "application/json").timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"" + model + "\",\"stream\":true,\"messages\":"
                                                          + "[{\"role\":\"user\",\"content\":\"hello\"}]}"));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
