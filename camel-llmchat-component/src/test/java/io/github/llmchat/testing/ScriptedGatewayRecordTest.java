package io.github.llmchat.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the gateway keeps of the requests, and how it deals out its scripts. */
@Timeout(60)
class ScriptedGatewayRecordTest {

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aRequestIsRecordedWhole() throws Exception {
        gateway.willAnswer(Script.answer("Hello"));
        HttpResponse<String> response = client.send(post("{\"model\":\"é\"}"), BodyHandlers.ofString());
        assertThat(ChatJson.parse(response.body()).at("/choices/0/message/content").asText()).isEqualTo("Hello");
        RecordedRequest request = gateway.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/chat/completions?a=%20b");
        assertThat(request.header("AUTHORIZATION")).isEqualTo("Bearer key");
        assertThat(request.headers().get("x-twice")).containsExactly("1", "2");
        assertThat(request.header("absent")).isNull();
        assertThat(request.json().get("model").asText()).isEqualTo("é");
    }

    @Test
    void aChunkedRequestIsDecoded() throws Exception {
        gateway.willAnswer(Script.json("{}"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.baseUrl()))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("x".repeat(50_000).getBytes()))).build();
        client.send(request, BodyHandlers.discarding());
        assertThat(gateway.requests().get(0).header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(gateway.requests().get(0).body()).isEqualTo("x".repeat(50_000));
    }

    @Test
    void connectionsAreReusedUnlessAScriptClosesThem() throws Exception {
        gateway.willAnswer(Script.sse().text("a").done(), Script.json("{}"), Script.json("{}").header("Connection", "close"),
                Script.json("{}"));
        for (int i = 0; i < 4; i++) {
            client.send(post("{}"), BodyHandlers.ofString());
        }
        assertThat(gateway.requests()).extracting(RecordedRequest::connection).containsExactly(1, 1, 1, 2);
        assertThat(gateway.connectionsAccepted()).isEqualTo(2);
    }

    @Test
    void theQueueGoesBeforeWhatIsAlwaysAnswered() throws Exception {
        gateway.alwaysAnswers(request -> Script.json(request.body())).willAnswer(Script.error(429, "t", "c", "m"));
        HttpResponse<String> first = client.send(post("{}"), BodyHandlers.ofString());
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.body())
                .isEqualTo("{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}");
        assertThat(client.send(post("[1]"), BodyHandlers.ofString()).body()).isEqualTo("[1]");
        assertThat(client.send(post("[2]"), BodyHandlers.ofString()).body()).isEqualTo("[2]");
    }

    @Test
    void aCompressedStreamArrivesEventByEvent() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().gzip().splitEvery(1).event("a").hold(read).event("b"));
        HttpResponse<InputStream> response = client.send(post("{}"), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(response.body(), 1)) {
            assertThat(in.readNBytes(9)).asString().isEqualTo("data: a\n\n");
            read.countDown();
            assertThat(in.readAllBytes()).asString().isEqualTo("data: b\n\n");
        }
    }

    @Test
    void fiveHundredConnectionsAreServedAtOnce() throws IOException {
        CountDownLatch all = new CountDownLatch(500);
        gateway.alwaysAnswers(Script.sse().then(all::countDown).hold(all).text("a").done());
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                clients.add(new RawClient(gateway).post("{}"));
            }
            for (RawClient one : clients) {
                assertThat(one.readUntil("0\r\n\r\n")).contains("data: [DONE]");
            }
            assertThat(gateway.openConnections()).isEqualTo(500);
        } finally {
            for (RawClient one : clients) {
                one.close();
            }
        }
    }

    @Test
    void aStopEndsWhatIsPlaying() {
        gateway.willAnswer(Script.stallBeforeHeaders());
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(post("{}"), BodyHandlers.ofString());
        gateway.awaitRequests(1, Duration.ofSeconds(10));
        gateway.close();
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
    }

    private HttpRequest post(String body) {
        return HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/chat/completions?a=%20b"))
                .header("Authorization", "Bearer key").header("X-Twice", "1").header("X-Twice", "2")
                .POST(BodyPublishers.ofString(body)).build();
    }
}
