package io.github.llmchat.scenario.faults;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However much a gateway sends, little of it is taken, and less is kept. */
class EndlessAnswersTakeLittleMemoryTest {

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    @RegisterExtension
    static final FaultRoutes ROUTES = new FaultRoutes();

    private static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String EMPTY_CHUNK = "data: {\"choices\":[{\"index\":0,\"delta\":{}}]}\n\n";
    private static final String END = "data: {\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    private static final int PIECE = 64 * 1024;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 1_000;
    /** A million chunks that were kept would take several times this. */
    private static final long LITTLE = 50L * 1024 * 1024;

    /** The limits are a megabyte at most; the rest lies in the kernel's buffers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WHOLE     | 200 OK           | data:
            CHUNKS_TO | 200 OK           | data:
            WHOLE     | 200 OK           | :
            PUBLISHER | 200 OK           | {
            PLAIN     | 200 OK           | {
            PLAIN     | 401 Unauthorized | No.
            WHOLE     | 401 Unauthorized | No.
            """)
    void littleIsTakenOfALineWithoutEnd(Taking way, String status, String begin) throws Exception {
        AtomicLong sent = new AtomicLong();
        byte[] piece = " ".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
        GATEWAY.willAnswer(Script.endless(bytes("HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\n\r\n" + begin), () -> {
            sent.addAndGet(PIECE);
            return piece;
        }));
        Asked asked = ROUTES.ask(way, GATEWAY.baseUrl(), "maxRetries=0&" + EndlessAnswers.LIMITS);
        assertThat(asked.failure()).isNotNull();
        GATEWAY.awaitClientAborts(1, FaultRoutes.SOON);
        assertThat(sent.get()).as("bytes that the gateway could send").isLessThan(LITTLE);
    }

    @ParameterizedTest
    @EnumSource(names = { "WHOLE", "PUBLISHER" })
    void nothingIsKeptOfAMillionEmptyChunks(Taking way) throws Exception {
        long before = usedHeap();
        CountDownLatch measured = new CountDownLatch(1);
        CountDownLatch allSent = new CountDownLatch(1);
        AtomicInteger batches = new AtomicInteger();
        byte[] batch = bytes(EMPTY_CHUNK.repeat(BATCH));
        GATEWAY.willAnswer(Script.endless(bytes(EVENTS), () -> {
            if (batches.getAndIncrement() < BATCHES) {
                return batch;
            }
            allSent.countDown();
            awaitDown(measured);
            return bytes(END);
        }));
        Asked asked = ROUTES.send(way, GATEWAY.baseUrl(), "maxRetries=0");
        assertThat(awaitDown(allSent)).isTrue();
        await().pollInterval(Duration.ofMillis(20)).atMost(FaultRoutes.SOON)
                .until(() -> ROUTES.component().getBufferedChunks() == 0);
        assertThat(usedHeap() - before).as("bytes of heap in use").isLessThan(LITTLE);

        measured.countDown();
        ROUTES.awaitEnd(asked);
        Ending.answer("").check(way, asked);
    }

    private static boolean awaitDown(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
