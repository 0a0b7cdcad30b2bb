package io.github.llmchat.scenario.chunks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class UserRoutesKeepOffTransportThreadsTest extends ChunkScenario {

    private final Set<String> ofChunks = ConcurrentHashMap.newKeySet();
    private final Set<String> ofCallers = ConcurrentHashMap.newKeySet();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).process(this::inCaller);
                from("direct:caller").to(model("readTimeout=200&chunksTo=direct:chunk")).process(this::inCaller);
                from("direct:whole").to(model("readTimeout=200")).process(this::inCaller);
                from("direct:refused").to("llmchat:gpt-4o?baseUrl=http://127.0.0.1:1/v1&chunksTo=direct:chunk");
                from("direct:chunk").errorHandler(noErrorHandler()).process(chunk -> {
                    ofChunks.add(Thread.currentThread().getName());
                    if (chunk.getMessage().getBody(String.class).equals("fail")) {
                        throw new IllegalStateException("as the test wants it");
                    }
                });
            }

            private void inCaller(Exchange exchange) {
                ofCallers.add(Thread.currentThread().getName());
            }
        };
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("an answer", Script.sse().text("a", "b").finish("stop").done()),
                Arguments.of("a chunk that fails", Script.sse().text("fail").stall()),
                Arguments.of("a stream that is cut", Script.sse().text("a").cut()),
                Arguments.of("a stream that is reset", Script.sse().text("a").reset()),
                Arguments.of("an error in the stream",
                        Script.sse().text("a").event("{\"error\":{\"message\":\"no\"}}").stall()),
                Arguments.of("an answer that is no stream", Script.answer("ab")),
                Arguments.of("silence after the first chunk", Script.sse().text("a").stall()),
                Arguments.of("silence", Script.stallBeforeHeaders()),
                Arguments.of("a refusal", Script.error(400, "invalid_request_error", null, "no")),
                Arguments.of("no HTTP", Script.garbage(new byte[] { 1, 2, 3, 4 })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void whateverTheGatewayDoesToAStream(String what, Script script) {
        gateway.willAnswer(script);

        call("direct:caller").end();

        assertThat(ofCallers).hasSize(1).allSatisfy(UserRoutesKeepOffTransportThreadsTest::isOfThePool);
        assertThat(ofChunks).allSatisfy(UserRoutesKeepOffTransportThreadsTest::isOfThePool);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void whateverTheGatewayDoesToAnAnswerInOnePiece(String what, Script script) {
        gateway.willAnswer(script);

        call("direct:whole").end();

        assertThat(ofCallers).hasSize(1).allSatisfy(UserRoutesKeepOffTransportThreadsTest::isOfThePool);
    }

    @Test
    void whereThereIsNoGateway() {
        call("direct:refused").end();

        assertThat(ofCallers).hasSize(1).allSatisfy(UserRoutesKeepOffTransportThreadsTest::isOfThePool);
    }

    private static void isOfThePool(String thread) {
        assertThat(thread).startsWith("Camel (").endsWith(" - llmchat");
    }
}
