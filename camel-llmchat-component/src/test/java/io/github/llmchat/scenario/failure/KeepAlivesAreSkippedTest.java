package io.github.llmchat.scenario.failure;

import java.util.List;

import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What gateways send to keep a connection open is no chunk, wherever it comes. */
class KeepAlivesAreSkippedTest extends EveryWay {

    @ParameterizedTest
    @ValueSource(strings = {
            ": PROCESSING\n\n", ":\n", ":\n\n", "data:\n\n", "data: \n\n", "data\n\n", "\n\n\n",
            "data: : keepalive\n\n", "event: ping\ndata: \n\n", "event: keepalive\n\n", "data: {\"type\":\"ping\"}\n\n",
            "event: ping\ndata: {\"type\": \"ping\"}\n\n", "id: 7\nretry: 3000\n\n", "unknown: field\n\n",
            " data: indented\n\n" })
    void theyAreNoChunks(String keepAlive) throws Exception {
        gateway.willAnswer(Script.sse().raw(keepAlive).text("a").raw(keepAlive).text("b").raw(keepAlive).finish("stop")
                .raw(keepAlive).done());
        Got got = take(Way.ITERATOR, "");
        assertThat(got.failure()).isNull();
        assertThat(got.texts()).isEqualTo(List.of("a", "b"));
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aThousandCommentsAreNoAnswer(Way way) throws Exception {
        gateway.willAnswer(Script.sse().raw(": PROCESSING\n\n".repeat(1_000)).text("a").raw(": x\n\n".repeat(1_000))
                .text("b").finish("stop").done());
        assertThat(take(way, "").text()).isEqualTo("ab");
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aForeignEventNameIsNoHindrance(Way way) throws Exception {
        gateway.willAnswer(Script.sse().raw("event: message\n").text("a").raw("event: completion.chunk\n").text("b")
                .finish("stop").raw("event: done\n").done());
        assertThat(take(way, "").text()).isEqualTo("ab");
    }
}
