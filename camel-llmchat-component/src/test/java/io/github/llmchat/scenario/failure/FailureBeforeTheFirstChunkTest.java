package io.github.llmchat.scenario.failure;

import java.util.stream.Stream;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What fails before the first chunk fails at the call, where the route's error handling sees it. */
class FailureBeforeTheFirstChunkTest extends GatewayScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:chunks").setProperty("never", builder.constant("a chunk"));
        for (Way way : Way.values()) {
            String options = way == Way.CHUNKS_TO
                    ? "chunksTo=direct:chunks"
                    : "streaming=" + (way != Way.PLAIN) + (way == Way.WHOLE ? "&output=text" : "");
            builder.from("direct:" + way)
                    .doTry()
                        .to(llmchat(options)).setBody(builder.constant("went on"))
                    .doCatch(Exception.class)
                        .setBody(builder.constant("caught"))
                    .end();
            builder.from("direct:other-" + way).onException(Exception.class).handled(true)
                    .setBody(builder.constant("handled")).end().to(llmchat(options)).setBody(builder.constant("went on"));
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(Way.WHOLE, Way.CHUNKS_TO, Way.ITERATOR).flatMap(way -> Stream.of(
                Arguments.of(way, AuthenticationException.class, Script.error(401, "t", "c", "no")),
                Arguments.of(way, RateLimitException.class, Script.error(429, "t", "c", "no")),
                Arguments.of(way, ServerException.class, Script.error(500, "t", "c", "no")),
                Arguments.of(way, ConnectionException.class, Script.closeBeforeHeaders()),
                Arguments.of(way, ConnectionException.class, Script.resetBeforeHeaders()),
                Arguments.of(way, ConnectionException.class, Script.garbage("what?\r\n\r\n".getBytes())),
                Arguments.of(way, ConnectionException.class, Script.sse().comment("wait").cut()),
                Arguments.of(way, StreamTruncatedException.class, Script.sse()),
                Arguments.of(way, StreamTruncatedException.class, Script.sse().done()),
                Arguments.of(way, StreamTruncatedException.class, Script.sse().comment("only").event("{\"type\":\"ping\"}")),
                Arguments.of(way, StreamErrorException.class, Script.sse().event("{\"error\":{\"message\":\"no\"}}").done()),
                Arguments.of(way, StreamErrorException.class, Script.sse().event("no").stall())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTryAroundTheCallCatchesIt(Way way, Class<? extends Exception> failure, Script script) {
        gateway.willAnswer(script);
        Exchange exchange = ask("direct:" + way);
        assertThat(exchange.getMessage().getBody()).isEqualTo("caught");
        assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(failure);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExceptionClauseHandlesIt(Way way, Class<? extends Exception> failure, Script script) {
        gateway.willAnswer(script);
        Exchange exchange = ask("direct:other-" + way);
        assertThat(exchange.getMessage().getBody()).isEqualTo("handled");
        assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(failure);
    }
}
