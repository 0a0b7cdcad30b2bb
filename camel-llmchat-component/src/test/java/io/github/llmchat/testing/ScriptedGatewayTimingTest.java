package io.github.llmchat.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How a test holds an answer back, and how it learns that the client has gone. */
@Timeout(60)
class ScriptedGatewayTimingTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String[] MANY = Collections.nCopies(5_000, "x".repeat(1_000)).toArray(String[]::new);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    @Test
    void whatFollowsAHoldIsSentAfterTheTestHasReadWhatPrecedesIt() throws IOException {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch read = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().event("a").hold(read).then(() -> order.add("b is sent")).event("b"));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}").readUntil("data: a\n\n\r\n");
            order.add("a is read");
            read.countDown();
            client.readUntil("data: b\n\n\r\n");
        }
        assertThat(order).containsExactly("a is read", "b is sent");
    }

    @Test
    void headersCanBeHeldBack() throws IOException {
        CountDownLatch release = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        gateway.willAnswer(Script.sse().holdHeaders(release).then(() -> order.add("headers are sent")));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}");
            gateway.awaitRequests(1, LIMIT);
            order.add("request is recorded");
            release.countDown();
            assertThat(client.readUntil("0\r\n\r\n")).startsWith("HTTP/1.1 200 OK\r\n");
        }
        assertThat(order).containsExactly("request is recorded", "headers are sent");
    }

    @Test
    void aStallLastsUntilTheClientCloses() throws IOException {
        gateway.willAnswer(Script.sse().event("a").stall(), Script.stallBeforeHeaders());
        try (RawClient first = new RawClient(gateway)) {
            first.post("{}").readUntil("data: a\n\n\r\n");
            assertThat(gateway.clientAborts()).isZero();
        }
        gateway.awaitClientAborts(1, LIMIT);
        try (RawClient second = new RawClient(gateway)) {
            second.post("{}");
            gateway.awaitRequests(2, LIMIT);
            second.reset();
        }
        gateway.awaitClientAborts(2, LIMIT);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(gateway.openConnections()).isZero());
    }

    @Test
    void theTestLearnsThatTheClientHasClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().event("a").awaitClientClose(closed));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}").readUntil("data: a\n\n\r\n");
            assertThat(closed.getCount()).isEqualTo(1);
        }
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.clientAborts()).isEqualTo(1);
    }

    @Test
    void theTestLearnsThatTheClientHasClosedBeforeTheHeaders() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().holdHeaders(new CountDownLatch(1)).event("a").awaitClientClose(closed));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}");
            gateway.awaitRequests(1, LIMIT);
        }
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.clientAborts()).isEqualTo(1);
    }

    @Test
    void theTestLearnsThatTheClientHasClosedWhileTheGatewayWasWriting() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().then(() -> awaitZero(gone)).text(MANY).awaitClientClose(closed));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}");
            gateway.awaitRequests(1, LIMIT);
            client.reset();
        }
        gone.countDown();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.clientAborts()).isEqualTo(1);
    }

    @Test
    void aHoldEndsWhenTheClientHasGone() throws IOException {
        gateway.willAnswer(Script.sse().event("a").hold(new CountDownLatch(1)));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}").readUntil("data: a\n\n\r\n");
        }
        gateway.awaitClientAborts(1, LIMIT);
    }

    @Test
    void lookingWhetherTheClientIsThereLosesNothingOfItsNextRequest() throws IOException {
        Duration twoLooks = Duration.ofMillis(120);
        gateway.willAnswer(Script.json("1").pause(twoLooks), Script.json("2").pause(twoLooks), Script.json("3"));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{\"n\":1}").post("{\"n\":2}").readUntil("\r\n\r\n1");
            client.readUntil("\r\n\r\n2");
            client.post("{\"n\":3}").readUntil("\r\n\r\n3");
        }
        assertThat(gateway.requests()).extracting(RecordedRequest::body)
                .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        assertThat(gateway.clientAborts()).isZero();
    }

    @Test
    void aWriteToAClientThatHasGoneIsCountedAndIsNoFailure() throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().event("a").hold(gone).text(MANY));
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}").readUntil("data: a\n\n\r\n");
            gone.countDown();
            client.reset();
        }
        gateway.awaitClientAborts(1, LIMIT);
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
