package io.github.llmchat.scenario.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UuidGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

/** However a call runs, whoever ends it closes the connection at once, and the exchange is done once. */
class CancelledInEveryWayTest extends GatewayScenario {

    /** What ends it. */
    enum End {
        CANCEL_STREAM,
        ROUTE_STOP,
        CONTEXT_STOP,
        COMPONENT_STOP
    }

    private final Queue<String> ids = new ConcurrentLinkedQueue<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger done = new AtomicInteger();

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
    protected void routes(RouteBuilder builder) {
        builder.errorHandler(builder.noErrorHandler());
        for (Way way : Way.values()) {
            builder.from("direct:" + way).routeId(way.name()).to(llmchat(way.options))
                    .process(exchange -> read(way, exchange));
        }
        builder.from("direct:chunks").process(chunk -> running.countDown());
    }

    private void read(Way way, Exchange exchange) throws Exception {
        if (way == Way.ITERATOR) {
            exchange.getMessage().getBody(ChatStream.class).forEachRemaining(chunk -> running.countDown());
        } else if (way == Way.PUBLISHER) {
            Probe probe = new Probe(Long.MAX_VALUE);
            exchange.getMessage().getBody(ChatStream.class).subscribe(probe);
            running.countDown();
            Probe.await(probe.ended);
            throw (Exception) probe.error;
        }
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Way.values()).flatMap(way -> Arrays.stream(End.values()).map(end -> Arguments.of(way, end)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void beforeTheNextChunk(Way way, End end) throws Exception {
        // the gateway sends nothing more until the client has gone
        gateway.willAnswer(Script.sse().contentType(way == Way.PLAIN ? "application/json" : "text/event-stream")
                .text("a").awaitClientClose(closed));
        CompletableFuture<Exchange> call = template.asyncSend("direct:" + way, exchange -> {
            exchange.getMessage().setBody(PROMPT);
            exchange.getExchangeExtension().addOnCompletion(counting());
        });
        awaitRunning(way);

        CompletableFuture<Void> ending = runAsync(() -> end(end, way));

        assertThat(Probe.await(closed)).isTrue();
        assertThat(call.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
        ending.get(30, TimeUnit.SECONDS);
        assertThat(done).hasValue(1);
        assertThat(gateway.clientAborts()).isEqualTo(1);
    }

    private void awaitRunning(Way way) {
        gateway.awaitRequests(1, SOON);
        if (way != Way.PLAIN && way != Way.WHOLE) {
            assertThat(Probe.await(running)).isTrue();
        }
    }

    private void end(End end, Way way) {
        try {
            switch (end) {
                case CANCEL_STREAM -> {
                    List<String> all = List.copyOf(ids);
                    assertThat(all.stream().filter(component()::cancelStream)).hasSize(1);
                }
                case ROUTE_STOP -> context.getRouteController().stopRoute(way.name(), 100, TimeUnit.MILLISECONDS);
                case CONTEXT_STOP -> {
                    context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
                    context.getShutdownStrategy().setTimeout(100);
                    context.stop();
                }
                case COMPONENT_STOP -> component().stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Synchronization counting() {
        return new Synchronization() {
            @Override
            public void onComplete(Exchange exchange) {
                done.incrementAndGet();
            }

            @Override
            public void onFailure(Exchange exchange) {
                done.incrementAndGet();
            }
        };
    }
}
