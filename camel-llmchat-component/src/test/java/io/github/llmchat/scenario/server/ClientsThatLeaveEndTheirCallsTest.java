package io.github.llmchat.scenario.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The gateway sends nothing more until its connection is closed: so it is closed before the next chunk. */
class ClientsThatLeaveEndTheirCallsTest extends ServerScenario {

    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private final CountDownLatch upstreamClosed = new CountDownLatch(1);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.onCompletion().onFailureOnly().process(
                exchange -> failed.set(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
        builder.from("llmchat:up").to(llmchat(""));
        builder.from("llmchat:split").to(llmchat("")).split(builder.body()).streaming().to("mock:chunk");
        builder.from("llmchat:copies").multicast().to("direct:copy").end();
        builder.from("direct:copy").to(llmchat(""));
    }

    @BeforeEach
    void nothingHasFailed() {
        failed.set(null);
    }

    @Test
    void inTheMiddleOfAStream() throws Exception {
        gateway.willAnswer(Script.sse().text("one").awaitClientClose(upstreamClosed));

        leaveAfter("up", true, "\"one\"");
    }

    @Test
    void beforeTheFirstChunk() throws Exception {
        gateway.willAnswer(Script.sse().awaitClientClose(upstreamClosed));

        leaveAfter("up", true, null);
    }

    @Test
    void beforeAWholeAnswer() throws Exception {
        gateway.willAnswer(Script.sse().contentType("application/json").awaitClientClose(upstreamClosed));

        leaveAfter("up", false, null);
    }

    @Test
    void whileTheRouteItselfReadsTheStream() throws Exception {
        gateway.willAnswer(Script.sse().text("one").awaitClientClose(upstreamClosed));

        leaveAfter("split", true, null);
    }

    @Test
    void whileACopyOfTheExchangeMakesTheCall() throws Exception {
        gateway.willAnswer(Script.sse().awaitClientClose(upstreamClosed));

        leaveAfter("copies", true, null);
    }

    private void leaveAfter(String model, boolean stream, String read) throws Exception {
        try (RawClient client = raw().post(asks(model, ",\"stream\":" + stream))) {
            if (read != null) {
                client.readUntil(read);
            }
            gateway.awaitRequests(1, SOON);
        }
        assertThat(upstreamClosed.await(SOON.toSeconds(), SECONDS)).as("upstream closed").isTrue();
        await().atMost(SOON).untilAsserted(() -> assertThat(failed.get()).isNotNull());
    }
}
