package io.github.llmchat.scenario.thinking;

import java.util.stream.Stream;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.error.StreamException;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ThinkingThatBreaksOffLosesNoTextTest extends ThinkingScenario {

    private static final String STREAMED = "stripThinking=true&streaming=true&output=text";

    @Override
    protected void routes(RouteBuilder builder) {
        super.routes(builder);
        builder.from("direct:failing").throwException(IllegalStateException.class, "a chunk fails");
    }

    /** What came, its text, and its thinking. */
    static Stream<Arguments> beginnings() {
        return Stream.of(
                arguments("<thi", "<thi", null),
                arguments(" \n", " \n", null),
                arguments("</thi", "</thi", null),
                arguments("<think>a</thi", "", "a</thi"),
                arguments("<think>a <", "", "a <"),
                arguments("<think>a</think> b <thi", "b <thi", "a"));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void atAnEndThatIsProper(String came, String text, String thinking) {
        gateway.willAnswer(stream(came).finish("length").done(), stream(came).done());

        for (int call = 0; call < 2; call++) {
            Exchange exchange = answered(STREAMED);
            assertThat(exchange.getMessage().getBody()).isEqualTo(text);
            assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo(thinking);
        }
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void inTheChunksOfAStreamWithoutFinishReason(String came, String text, String thinking) {
        gateway.willAnswer(stream(came).done());

        answered("stripThinking=true&chunksTo=direct:chunk");

        assertThat(String.join("", texts())).isEqualTo(text);
        assertThat(String.join("", thoughts())).isEqualTo(thinking == null ? "" : thinking);
        assertThat(chunks).extracting(chunk -> chunk.last()).containsOnlyOnce(true).endsWith(true);
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void whenTheConnectionBreaks(String came, String text, String thinking) {
        gateway.willAnswer(stream(came).cut());

        assertPartial(ask(llmchat(STREAMED)), StreamException.class, text, thinking);
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void whenTheBodyEndsTooEarly(String came, String text, String thinking) {
        SseScript ending = stream(came);
        gateway.willAnswer(ending);

        assertPartial(ask(llmchat(STREAMED)), StreamException.class, text, thinking);
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void whenTheGatewayReportsAnError(String came, String text, String thinking) {
        gateway.willAnswer(stream(came).event("{\"error\":{\"message\":\"overloaded\"}}").done());

        assertPartial(ask(llmchat(STREAMED)), StreamErrorException.class, text, thinking);
    }

    @Test
    void whenAChunkRouteFails() {
        gateway.willAnswer(stream("<think>a</thi", "nk>b").finish("stop").done());

        Exchange exchange = ask(llmchat("stripThinking=true&chunksTo=direct:failing"));

        assertPartial(exchange, StreamCancelledException.class, "", "a</thi");
    }

    private static void assertPartial(Exchange exchange, Class<? extends StreamException> type, String text, String thinking) {
        assertThat(exchange.getException()).isInstanceOfSatisfying(type, failure -> {
            ChatMessage partial = failure.partialCompletion().message();
            assertThat(partial.content()).isEqualTo(text);
            assertThat(partial.reasoningContent()).isEqualTo(thinking);
        });
    }
}
