package io.github.llmchat.scenario.failure;

import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However the network cuts a stream up, the chunks are the same. */
class EverySplitOfTheBytesTest extends EveryWay {

    private static final List<String> PIECES = List.of("Grüße", ", 修理", " 😀", "\u2028", "\n", "data: x", "é");

    static Stream<Arguments> cases() {
        return Stream.of(Way.WHOLE, Way.ITERATOR).flatMap(way -> Stream.of(1, 2, 3, 7, 16)
                .flatMap(size -> Stream.of("plain", "crlf", "gzip").map(form -> Arguments.of(way, size, form))));
    }

    @ParameterizedTest(name = "{0}, {1} bytes, {2}")
    @MethodSource("cases")
    void theChunksAreTheSame(Way way, int size, String form) throws Exception {
        SseScript script = Script.sse().splitEvery(size);
        gateway.willAnswer(form.equals("crlf") ? crlf(script) : answer(form.equals("gzip") ? script.gzip() : script));
        Got got = take(way, "");
        assertThat(got.failure()).isNull();
        assertThat(got.texts()).isEqualTo(way == Way.WHOLE ? List.of(String.join("", PIECES)) : PIECES);
        assertThat(got.completion().text()).isEqualTo(String.join("", PIECES));
        assertThat(got.completion().usage().totalTokens()).isEqualTo(5);
    }

    private static Script answer(SseScript script) {
        return script.text(PIECES.toArray(String[]::new)).finish("stop").usage(3, 2).done();
    }

    private static Script crlf(SseScript script) {
        SseScript events = script;
        for (String piece : PIECES) {
            String json = piece.replace("\n", "\\n");
            events = events.raw("data:{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + json + "\"}}]}\r\n\r\n");
        }
        return events.raw("data:{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
                          + "\r\ndata:\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}\r\n\r\n"
                          + "data:[DONE]\r\n\r\n");
    }
}
