package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.UuidGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call for which nothing is under way yet, or no more, ends as quickly as one that runs; nothing is sent for it. */
class WaitingCallsEndAtOnceTest extends ChunkScenario {

    /** What a call waits for. */
    enum Waits {
        FOR_ITS_TURN,
        FOR_A_RETRY
    }

    /** What ends it. */
    enum End {
        CANCEL_STREAM,
        ROUTE_STOP,
        CONTEXT_STOP,
        TIMEOUT
    }

    private final Queue<String> ids = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstRuns = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        UuidGenerator usual = created.getUuidGenerator();
        created.setUuidGenerator(() -> {
            String id = usual.generateUuid();
            ids.add(id);
            return id;
        });
        return created;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:first").to(limited("chunksTo=direct:first-chunk"));
                from("direct:first-chunk").process(chunk -> firstRuns.countDown());
                for (String options : new String[] { "streaming=false", "chunksTo=direct:chunk", "streaming=true" }) {
                    from("direct:" + options).routeId(options).to(limited(options));
                    from("direct:timed-" + options).to(limited(options + "&requestTimeout=2000&streamTimeout=2000"));
                }
                from("direct:chunk").to("mock:chunks");
            }
        };
    }

    private String limited(String options) {
        return "llmchat:gpt-4o?baseUrl=" + gateway.baseUrl() + "&apiKey=sk-test-12345678&maxConcurrentRequests=1&" + options;
    }

    static Stream<Arguments> cases() {
        return Stream.of(Waits.values()).flatMap(waits -> Stream.of(End.values())
                .flatMap(end -> Stream.of("streaming=false", "chunksTo=direct:chunk", "streaming=true")
                        .map(options -> Arguments.of(waits, end, options))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exactlyOnceAndUnsent(Waits waits, End end, String options) throws Exception {
        RunningCall first = waits == Waits.FOR_ITS_TURN ? holdTheOnlyPlace() : null;
        int sent = gateway.requests().size();
        RunningCall call = waits == Waits.FOR_ITS_TURN
                ? waitingForItsTurn(end, options) : waitingForARetry(end, options);
        sent += waits == Waits.FOR_ITS_TURN ? 0 : 1;

        end(end, options);

        assertThat(call.failure(ChatException.class)).isInstanceOf(
                end == End.TIMEOUT ? ChatTimeoutException.class : StreamCancelledException.class);
        assertThat(component().getWaitingRequests()).isZero();
        release.countDown();
        if (first != null && end != End.CONTEXT_STOP) {
            assertThat(first.answer()).isEqualTo("a");
        }
        assertThat(gateway.requests()).hasSize(sent);
        assertThat(call.ends()).isEqualTo(1);
    }

    private RunningCall holdTheOnlyPlace() throws InterruptedException {
        gateway.willAnswer(Script.sse().text("a").hold(release).finish("stop").done());
        RunningCall first = call("direct:first");
        waitFor(firstRuns);
        return first;
    }

    private RunningCall waitingForItsTurn(End end, String options) {
        RunningCall call = call(route(end, options));
        if (end != End.TIMEOUT) {
            await().atMost(LIMIT).until(() -> component().getWaitingRequests() == 1);
            assertThat(call.hasEnded()).isFalse();
        }
        return call;
    }

    private RunningCall waitingForARetry(End end, String options) {
        gateway.willAnswer(Script.status(429).header("Retry-After", "30"));
        RunningCall call = call(route(end, options));
        gateway.awaitRequests(1, LIMIT);
        await().atMost(LIMIT).until(() -> component().getLeasedConnections() == 0);
        assertThat(end != End.TIMEOUT && call.hasEnded()).isFalse();
        return call;
    }

    private static String route(End end, String options) {
        return "direct:" + (end == End.TIMEOUT ? "timed-" : "") + options;
    }

    private void end(End end, String options) throws Exception {
        switch (end) {
            case CANCEL_STREAM -> {
                // the waiting call's id is the last that was made, but for those of exchanges
                List<String> newestFirst = List.copyOf(ids);
                for (int i = newestFirst.size() - 1; !component().cancelStream(newestFirst.get(i)); i--) {
                    assertThat(i).isPositive();
                }
            }
            case ROUTE_STOP -> context.getRouteController().stopRoute(options, 100, TimeUnit.MILLISECONDS);
            case CONTEXT_STOP -> {
                context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
                context.getShutdownStrategy().setTimeout(100);
                context.stop();
            }
            case TIMEOUT -> {
                // by itself
            }
        }
    }
}
