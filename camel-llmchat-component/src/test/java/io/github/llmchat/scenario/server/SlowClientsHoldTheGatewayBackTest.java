package io.github.llmchat.scenario.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SlowClientsHoldTheGatewayBackTest extends ServerScenario {

    private static final int EVENTS_IN_BLOCK = 1_000;
    private static final int BLOCKS = 80;
    private static final String EVENT
            = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"},\"finish_reason\":null}],"
              + "\"filler\":\"" + "f".repeat(170) + "\"}\n\n";
    private static final byte[] BLOCK = EVENT.repeat(EVENTS_IN_BLOCK).getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger blocksAccepted = new AtomicInteger();
    private int acceptedBefore = -1;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up").to(llmchat("chunkBuffer=20&maxResponseSize=1000000000"));
    }

    @Test
    void untilTheyReadAgain() throws Exception {
        SseScript script = Script.sse().splitEvery(EVENT.length());
        for (int i = 0; i < BLOCKS; i++) {
            script = script.raw(BLOCK).then(blocksAccepted::incrementAndGet);
        }
        gateway.willAnswer(script.finish("stop").done());

        String body = asks("up", ",\"stream\":true");
        try (RawClient client = raw()) {
            client.send(
                    "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            client.readUntil("data: ");
            await().during(Duration.ofMillis(500)).atMost(SOON).until(this::acceptedNothingNew);

            assertThat((long) blocksAccepted.get() * BLOCK.length).as("bytes accepted, all but the kernels' buffers unread")
                    .isLessThan(14_000_000);
            int before = blocksAccepted.get();
            // not to the end: between sockets of one machine, whose segments are as large as its buffers, that may take minutes
            while (blocksAccepted.get() == before) {
                assertThat(client.readSome()).as("bytes that arrive when the client reads again").isPositive();
            }
        }
    }

    private boolean acceptedNothingNew() {
        int now = blocksAccepted.get();
        boolean same = now == acceptedBefore;
        acceptedBefore = now;
        return same;
    }
}
