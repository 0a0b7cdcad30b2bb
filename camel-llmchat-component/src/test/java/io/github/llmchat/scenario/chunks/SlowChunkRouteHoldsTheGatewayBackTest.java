package io.github.llmchat.scenario.chunks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SlowChunkRouteHoldsTheGatewayBackTest extends ChunkScenario {

    private static final int BUFFER = 20;
    private static final int EVENTS_IN_BLOCK = 1_000;
    private static final int BLOCKS = 80;
    private static final byte[] EVENT = event();
    private static final byte[] BLOCK = block();
    /** What the client asks for at once (16 KiB) and the buffer that it reads the socket into (4 KiB). */
    private static final int READ_AHEAD = (16 + 4) * 1024;

    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger blocksAccepted = new AtomicInteger();
    private int acceptedBefore = -1;
    private long expectedIndex;
    private volatile String disorder;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String limits = "chunkBuffer=" + BUFFER + "&readTimeout=2s&chunkTimeout=2s";
                from("direct:caller").to(model("maxResponseSize=1000000000&chunksTo=direct:chunk&" + limits));
                from("direct:chunk").process(this::checkOrder).process(chunk -> {
                    stuck.countDown();
                    waitFor(release);
                });
                from("direct:times-out").to(model("chunksTo=mock:chunks&" + limits));
            }

            private void checkOrder(Exchange chunk) {
                long index = chunk.getMessage().getHeader(LlmChatConstants.CHUNK_INDEX, Long.class);
                if (index != expectedIndex) {
                    disorder = "expected chunk " + expectedIndex + ", got " + index;
                }
                expectedIndex++;
            }
        };
    }

    @Test
    void itsSocketIsNotReadAndItsPauseIsNobodysSilence() throws Exception {
        gateway.willAnswer(twentyMegabytes(), Script.sse().text("a").stall(), Script.sse().text("a").stall());

        RunningCall call = call("direct:caller");
        waitFor(stuck);
        await().atMost(LIMIT).until(() -> component().getBufferedChunks() >= BUFFER);
        await().during(Duration.ofMillis(500)).atMost(LIMIT).until(this::acceptedNothingNew);

        assertThat((long) blocksAccepted.get() * BLOCK.length).as("bytes accepted, all but the kernels' buffers unread")
                .isLessThan(8_000_000);
        assertThat(component().getBufferedChunks()).isBetween(BUFFER, BUFFER + READ_AHEAD / EVENT.length + 1);
        // the same timeouts end streams whose gateway is silent, one after the other, while this one is only paused
        call("direct:times-out").failure(ChatTimeoutException.class);
        call("direct:times-out").failure(ChatTimeoutException.class);
        assertThat(call.hasEnded()).isFalse();
        release.countDown();

        assertThat(call.answer()).hasSize(BLOCKS * EVENTS_IN_BLOCK);
        assertThat(disorder).isNull();
        assertThat(expectedIndex).isEqualTo(BLOCKS * EVENTS_IN_BLOCK + 2);
    }

    private boolean acceptedNothingNew() {
        int now = blocksAccepted.get();
        boolean same = now == acceptedBefore;
        acceptedBefore = now;
        return same;
    }

    private SseScript twentyMegabytes() {
        // an HTTP chunk for each event, as gateways send them
        SseScript script = Script.sse().splitEvery(EVENT.length);
        for (int i = 0; i < BLOCKS; i++) {
            script = script.raw(BLOCK).then(blocksAccepted::incrementAndGet);
        }
        return script.finish("stop").done();
    }

    private static byte[] event() {
        String chunk = "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                       + "[{\"index\":0,\"delta\":{\"content\":\"x\"},\"finish_reason\":null}],\"filler\":\"%s\"}";
        return ("data: " + chunk.formatted("f".repeat(110)) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] block() {
        return new String(EVENT, StandardCharsets.UTF_8).repeat(EVENTS_IN_BLOCK).getBytes(StandardCharsets.UTF_8);
    }
}
