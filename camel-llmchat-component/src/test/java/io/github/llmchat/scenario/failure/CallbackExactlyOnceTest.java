package io.github.llmchat.scenario.failure;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However a call ends, and whatever else happens to it then, its exchange goes on once. */
class CallbackExactlyOnceTest extends GatewayScenario {

    private static final SseScript BEGUN = Script.sse().text("a");

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:chunk").setProperty("taken", builder.constant(true));
    }

    static Stream<Arguments> cases() {
        return Stream.of("streaming=true&output=text", "chunksTo=direct:chunk", "streaming=true").flatMap(way -> Stream.of(
                Arguments.of(way, "success", BEGUN.finish("stop").done()),
                Arguments.of(way, "success on an open connection", BEGUN.finish("stop").done().stall()),
                Arguments.of(way, "status", Script.error(401, "t", "c", "no")),
                Arguments.of(way, "error first", Script.sse().event("no").stall()),
                Arguments.of(way, "error", BEGUN.event("no").stall()),
                Arguments.of(way, "cut", BEGUN.cut()),
                Arguments.of(way, "reset", BEGUN.reset()),
                Arguments.of(way, "closed", Script.closeBeforeHeaders()),
                Arguments.of(way, "timeout first", Script.stallBeforeHeaders()),
                Arguments.of(way, "timeout", BEGUN.stall())));
    }

    static Stream<Arguments> plainCases() {
        return Stream.of(
                Arguments.of("output=text", "success", Script.answer("a")),
                Arguments.of("output=text", "status", Script.error(500, "t", "c", "no")),
                Arguments.of("output=text", "cut", Script.answer("a").cutAfter(9)),
                Arguments.of("output=text", "timeout", Script.stallBeforeHeaders()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({ "cases", "plainCases" })
    void howeverTheCallEnds(String options, String end, Script script) throws Exception {
        gateway.willAnswer(script);
        AsyncProducer producer = send(options + "&readTimeout=300");
        await().atMost(SOON).until(() -> calls.get() > 0);
        finishOff(producer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void whenTheProducerIsStoppedMeanwhile(String options, String end, Script script) throws Exception {
        gateway.willAnswer(script);
        AsyncProducer producer = send(options + "&readTimeout=2000");
        producer.stop();
        await().atMost(SOON).until(() -> calls.get() > 0);
        finishOff(producer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("plainCases")
    void whenThePlainProducerIsStoppedMeanwhile(String options, String end, Script script) throws Exception {
        whenTheProducerIsStoppedMeanwhile(options, end, script);
    }

    private AsyncProducer send(String options) throws Exception {
        Endpoint endpoint = context.getEndpoint(llmchat(options));
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(PROMPT);
        producer.process(exchange, doneSync -> {
            calls.incrementAndGet();
            if (exchange.getMessage().getBody() instanceof ChatStream stream) {
                readOrFail(stream);
            }
        });
        return producer;
    }

    private static void readOrFail(ChatStream stream) {
        try (stream) {
            stream.forEachRemaining(chunk -> assertThat(chunk).isNotNull());
        } catch (ChatException e) {
            assertThat(stream.hasNext()).isFalse();
        }
    }

    private void finishOff(AsyncProducer producer) throws Exception {
        await().atMost(SOON).until(() -> component().getOpenCalls() == 0 && component().getLeasedConnections() == 0);
        producer.stop();
        context.stop();
        assertThat(calls).hasValue(1);
    }
}
