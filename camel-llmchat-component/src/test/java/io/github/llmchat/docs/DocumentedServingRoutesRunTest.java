package io.github.llmchat.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes that the page on serving shows are run as they stand there. */
class DocumentedServingRoutesRunTest extends DocumentedPage {

    private final VertxPlatformHttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    DocumentedServingRoutesRunTest() throws Exception {
        super("serving.md");
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
    }

    @BeforeEach
    void answers() {
        gateway.alwaysAnswers(Script.answer("Well, Voldemort."));
    }

    @Test
    void tenLinesAreAModel() throws Exception {
        assertThat(ask("support-bot", null).body()).contains("Well, Voldemort.");
        assertThat(gateway.requests().get(0).json().at("/model").asText()).isEqualTo("gpt-4o-mini");
        assertThat(gateway.requests().get(0).json().at("/messages/0/content").asText()).contains("bicycle shop");
    }

    @Test
    void allOthersPassThrough() throws Exception {
        assertThat(ask("any/other", null).statusCode()).isEqualTo(200);
        assertThat(gateway.requests().get(0).json().at("/model").asText()).isEqualTo("any/other");
    }

    @Test
    void keysHaveNames() throws Exception {
        assertThat(ask("team-model", null).statusCode()).isEqualTo(401);
        assertThat(ask("team-model", "sk-bob-demo").statusCode()).isEqualTo(200);
        assertThat(log.messages()).contains("bob asks");
    }

    @Test
    void theThrottlerRefuses() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("throttled", "sk-alice-demo").statusCode()).isEqualTo(200);
        }
        assertThat(ask("throttled", "sk-alice-demo").statusCode()).isEqualTo(429);
    }

    @Test
    void aRouteRefusesItself() throws Exception {
        HttpResponse<String> response = ask("budgeted", null);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("retry-after")).hasValue("3600");
        assertThat(response.body()).contains("used up its tokens");
    }

    @Test
    void theNextGatewayIsAsked() throws Exception {
        // the page names a gateway that tests must not call
        AdviceWith.adviceWith(context, routeId("llmchat:safe"), route -> route.interceptSendToEndpoint("llmchat:qwen3*")
                .skipSendToOriginalEndpoint().setBody(route.simple("from the next, asked by ${body}")));
        gateway.willAnswer(Script.error(500, "server_error", null, "down"));

        assertThat(ask("safe", null).body()).contains("from the next, asked by hello");
        assertThat(gateway.requests()).hasSize(1);
    }

    private String routeId(String from) {
        return context.getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().equals(from.replace(":", "://")))
                .findFirst().orElseThrow().getRouteId();
    }

    @Test
    void theReadmeHasTheFirstOfThem() throws Exception {
        String route = Files.readString(page).split("```")[1];

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(route);
    }

    @Test
    void wordsAreMasked() throws Exception {
        gateway.willAnswer(Script.sse().text("Well, ", "Voldemort").finish("stop").done());
        assertThat(ask("masked", null).body()).contains("Well, *********").doesNotContain("Voldemort");
    }

    @Test
    void tokensAreCountedByClient() throws Exception {
        assertThat(ask("counted", "sk-alice-demo").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(log.messages()).contains("alice: 15 tokens"));
    }

    private HttpResponse<String> ask(String model, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getPort() + "/v1/chat/completions"))
                .header("Content-Type", "application/json").timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
