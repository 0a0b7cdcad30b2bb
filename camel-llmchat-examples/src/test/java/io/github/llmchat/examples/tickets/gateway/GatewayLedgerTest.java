package io.github.llmchat.examples.tickets.gateway;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GatewayLedgerTest {

    private static final String TICKET = "Where is my parcel?";

    private DemoGateway gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void hasACallWhenItsAnswerHasBeenRead() throws Exception {
        gateway = DemoGateway.start(0);
        GatewayClient client = new GatewayClient(gateway);

        String stream = client.send(GatewayClient.prompt("T-1", TICKET).put("stream", true)).body();
        client.send(GatewayClient.prompt("T-2", ""));

        int pieces = GatewayClient.events(stream).size() - 3;
        List<GatewayCall> calls = gateway.ledger().calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0))
                .isEqualTo(new GatewayCall(
                        0, "T-1", 200, true, pieces, calls.get(0).promptTokens(), pieces, 0, GatewayCall.End.ANSWERED));
        assertThat(calls.get(1)).isEqualTo(new GatewayCall(1, "T-2", 400, false, 0, 0, 0, 0, GatewayCall.End.REFUSED));
        assertThat(gateway.ledger().chunks()).isEqualTo(pieces);
        assertThat(gateway.ledger().completionTokens()).isEqualTo(pieces);
    }

    @Test
    void knowsACallThatTheClientBrokeOff() throws Exception {
        gateway = DemoGateway.start();
        GatewayClient client = new GatewayClient(gateway);

        HttpResponse<InputStream> stream = client.http().send(
                client.request(GatewayClient.prompt("T-1", TICKET).put("stream", true)),
                HttpResponse.BodyHandlers.ofInputStream());
        stream.body().read();
        stream.body().close();

        await().atMost(5, SECONDS).until(() -> gateway.ledger().count(GatewayCall.End.ABORTED) == 1);
        assertThat(gateway.ledger().calls().get(0).completionTokens()).isZero();
    }

    @Test
    void hasAHundredStreamsOpenAtATime() {
        gateway = DemoGateway.start(1);
        GatewayClient client = new GatewayClient(gateway);

        List<CompletableFuture<HttpResponse<String>>> streams = IntStream.range(0, 100).mapToObj(
                i -> client.http().sendAsync(
                        client.request(GatewayClient.prompt("T-" + i, TICKET + i).put("stream", true)),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();

        await().atMost(10, SECONDS).until(() -> gateway.ledger().calls().stream()
                .filter(call -> call.end() == GatewayCall.End.OPEN && call.chunks() > 0).count() == 100);
        gateway.close();
        await().atMost(5, SECONDS).until(() -> streams.stream().allMatch(CompletableFuture::isCompletedExceptionally));
        await().atMost(5, SECONDS).until(() -> gateway.ledger().count(GatewayCall.End.ABORTED) == 100);
    }
}
