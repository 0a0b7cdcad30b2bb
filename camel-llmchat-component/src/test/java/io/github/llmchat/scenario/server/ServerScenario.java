package io.github.llmchat.scenario.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.llmchat.scenario.stream.GatewayScenario;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes that are models, on an HTTP server with a free port; behind them, if they want, a scripted gateway. */
abstract class ServerScenario extends GatewayScenario {

    private static final ObjectMapper JSON = new ObjectMapper();

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private VertxPlatformHttpServer server;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        configure(configuration);
        server = new VertxPlatformHttpServer(configuration);
        created.addService(server);
        return created;
    }

    /** Changes how the runtime's server is set up. */
    void configure(VertxPlatformHttpServerConfiguration configuration) {
        // as it is by default
    }

    final int port() {
        return server.getPort();
    }

    final URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path)).timeout(SOON);
    }

    final HttpRequest.Builder chat(String body) {
        return request("/v1/chat/completions").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static String asks(String model, String more) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + PROMPT + "\"}]" + more + "}";
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    /** The data of the events in a body, all of which must be plain data events. */
    static List<String> events(String body) {
        assertThat(body).endsWith("\n\n").doesNotContain("\r");
        return List.of(body.split("\n\n")).stream().map(event -> {
            assertThat(event).startsWith("data: ").doesNotContain("\n");
            return event.substring("data: ".length());
        }).toList();
    }

    final RawClient raw() throws IOException {
        return new RawClient(port());
    }

    @AfterEach
    void everyRequestIsThrough() {
        await().dontCatchUncaughtExceptions().atMost(SOON)
                .untilAsserted(() -> assertThat(component().getServedRequests()).as("served requests").isZero());
    }
}
