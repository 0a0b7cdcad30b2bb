package io.github.llmchat.scenario.cache;

import java.util.Arrays;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer that was taken in one way is there, in whichever way it is wanted again. */
class SameRequestIsPaidOnceTest extends CacheScenario {

    static Stream<Arguments> pairs() {
        return Arrays.stream(Way.values()).flatMap(way -> Arrays.stream(Way.values()).map(again -> Arguments.of(way, again)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void inWhicheverWayItIsAskedAgain(Way way, Way again) throws Exception {
        gateway.willAnswer(answer(way, "Good day, Charles"));

        Got first = take(way, CACHED);
        Got second = take(again, CACHED);

        assertThat(first.text()).isEqualTo("Good day, Charles");
        assertThat(second.failure()).isNull();
        assertThat(second.text()).isEqualTo("Good day, Charles");
        assertThat(second.completion().usage()).hasToString(first.completion().usage().toString());
        assertThat(second.completion().id()).isEqualTo(first.completion().id());
        assertThat(second.completion().finishReason()).isEqualTo("stop");
        assertThat(hit(first.exchange())).isEqualTo(false);
        assertThat(hit(second.exchange())).isEqualTo(true);
        assertThat(paid()).isEqualTo(1);
        assertThat(component().getCacheHits()).isEqualTo(1);
        assertThat(component().getCacheMisses()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void severalAnswersWithTheirReasoning(Way again) throws Exception {
        gateway.willAnswer(Script.json("{\"id\":\"c\",\"choices\":["
                                       + "{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"Yes\",\"reasoning_content\":\"Hm\"}},"
                                       + "{\"index\":1,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"No\"}}]}"));
        take(Way.PLAIN, CACHED + "&n=2");

        Got got = take(again, CACHED + "&n=2");

        assertThat(got.completion().choices()).extracting(choice -> choice.message().content()).containsExactly("Yes", "No");
        assertThat(got.completion().choices().get(0).message().reasoningContent()).isEqualTo("Hm");
        if (again != Way.PLAIN && again != Way.WHOLE) {
            assertThat(got.texts()).as("a chunk for each").containsExactly("Yes", "No");
        }
        assertThat(paid()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void callsOfTools(Way again) throws Exception {
        String tool = "&tools=RAW([{\"type\":\"function\",\"function\":{\"name\":\"f\"}}])";
        gateway.willAnswer(Script.sse().toolCall(0, "call-1", "f", "{\"a\":", "1}").finish("tool_calls").done());
        take(Way.WHOLE, CACHED + tool);

        Got got = take(again, CACHED + tool);

        assertThat(got.completion().toolCalls()).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo("call-1");
            assertThat(call.arguments()).isEqualTo("{\"a\":1}");
        });
        assertThat(paid()).isEqualTo(1);
    }

    @Test
    void theHeadersSayWhatItTookAtFirst() {
        gateway.willAnswer(Script.answer("Good day").header("x-request-id", "r-1"));
        ask(llmchat(CACHED));

        Exchange again = ask(llmchat(CACHED));

        assertThat(again.getMessage().getBody()).isEqualTo("Good day");
        assertThat(again.getMessage().getHeader(LlmChatConstants.TOTAL_TOKENS)).isInstanceOf(Long.class);
        assertThat(again.getMessage().getHeader(LlmChatConstants.HTTP_STATUS)).isEqualTo(200L);
        assertThat(again.getMessage().getHeader(LlmChatConstants.REQUEST_ID)).as("there was no request").isNull();
    }

    @Test
    void theJsonIsAsItWasReceived() {
        String json
                = "{ \"id\" : \"x\", \"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"content\":\"Hi\"}}], \"n\": 1.50 }";
        gateway.willAnswer(Script.json(json));
        ask(llmchat(CACHED + "&output=json"));

        assertThat(ask(llmchat(CACHED + "&output=json")).getMessage().getBody()).isEqualTo(json);
    }

    @Test
    void withoutACacheNothingIsSaidOfOne() {
        gateway.alwaysAnswers(Script.answer("Good day"));
        ask(llmchat(""));

        assertThat(hit(ask(llmchat("")))).isNull();
        assertThat(paid()).as("a bean of the type is not looked for").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void thinkingThatWasTakenOutIsTakenOutOnce(Way way) throws Exception {
        String text = "<think>a</think><think>b</think>c";
        gateway.willAnswer(answer(way, text));
        Got first = take(way, CACHED + "&stripThinking=true");
        Got second = take(way, CACHED + "&stripThinking=true");

        assertThat(first.text()).isEqualTo("<think>b</think>c");
        assertThat(second.text()).isEqualTo("<think>b</think>c");
        assertThat(second.completion().choices().get(0).message().reasoningContent()).isEqualTo("a");
        assertThat(paid()).isEqualTo(1);
    }
}
