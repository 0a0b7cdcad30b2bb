package io.github.llmchat.scenario.thinking;

import java.util.List;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThinkingBesideOtherThingsTest extends ThinkingScenario {

    @Test
    void severalAnswersInOneStreamThinkEachForItself() {
        gateway.willAnswer(Script.sse()
                .delta(0, delta("<thi")).delta(1, delta("<think>x")).delta(0, delta("nk>a</th")).delta(1, delta("y</think>"))
                .delta(0, delta("ink>b")).delta(1, delta("\nz")).finish("stop").delta(1, delta("<think>")).done());

        Exchange exchange = answered("stripThinking=true&n=2&streaming=true&output=completion");

        ChatCompletion completion = exchange.getMessage().getBody(ChatCompletion.class);
        assertThat(completion.choices()).extracting(choice -> choice.message().content()).containsExactly("b", "z<think>");
        assertThat(completion.choices()).extracting(choice -> choice.message().reasoningContent()).containsExactly("a", "xy");
    }

    @Test
    void severalAnswersInOneChunk() {
        gateway.willAnswer(Script.sse()
                .event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"<think>a\"}},"
                       + "{\"index\":1,\"delta\":{\"content\":\"<think>x</think>\"}}]}")
                .event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"</think>b\"},\"finish_reason\":\"stop\"},"
                       + "{\"index\":1,\"delta\":{\"content\":\"y\"},\"finish_reason\":\"stop\"}]}")
                .done());

        Exchange exchange = answered("stripThinking=true&n=2&streaming=true&output=text");

        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of("b", "y"));
        assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo("a");
    }

    @Test
    void severalWholeAnswers() {
        gateway.willAnswer(Script.json(
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"<think>a</think>b\"}},"
                                       + "{\"index\":1,\"message\":{\"role\":\"assistant\",\"content\":\"y\"}}]}"));

        assertThat(answered("stripThinking=true&n=2").getMessage().getBody()).isEqualTo(List.of("b", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "streaming=true&output=text", "chunksTo=direct:chunk" })
    void toolCallsAfterThinkingStayWhole(String options) {
        gateway.willAnswer(stream("<think>look it", " up</think>", "\n\n")
                .toolCall(0, "call_1", "weather", "{\"city\":", "\"<think>\"}").finish("tool_calls").done());

        Exchange exchange = answered("stripThinking=true&" + options);

        List<?> calls = exchange.getMessage().getBody(List.class);
        assertThat(calls).singleElement().isInstanceOfSatisfying(ToolCall.class, call -> {
            assertThat(call.name()).isEqualTo("weather");
            assertThat(call.arguments()).isEqualTo("{\"city\":\"<think>\"}");
        });
        assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo("look it up");
    }

    @Test
    void toolCallsInTheMiddleOfATag() {
        gateway.willAnswer(stream("<thi").toolCall(0, "call_1", "weather", "{}").finish("tool_calls").done());

        ChatCompletion completion = answered("stripThinking=true&streaming=true&output=completion").getMessage()
                .getBody(ChatCompletion.class);

        assertThat(completion.toolCalls()).hasSize(1);
        assertThat(completion.message().content()).isEqualTo("<thi");
    }

    @ParameterizedTest
    @ValueSource(strings = { "reasoning_content", "reasoning" })
    void reasoningThatTheGatewayHasSentApartStays(String field) {
        gateway.willAnswer(Script.sse()
                .delta(0, "{\"role\":\"assistant\",\"" + field + "\":\"Let me \"}")
                .delta(0, "{\"" + field + "\":\"see\"}")
                // a server that forgets the end of what it has taken out
                .delta(0, delta("</think>\n")).delta(0, delta("Yes")).finish("stop").done());

        Exchange exchange = answered("stripThinking=true&chunksTo=direct:chunk");

        assertThat(exchange.getMessage().getBody()).isEqualTo("Yes");
        assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo("Let me see");
        assertThat(thoughts()).containsExactly("Let me ", "see");
    }

    @Test
    void theReasoningOfAnEarlierCallDoesNotLinger() {
        gateway.willAnswer(Script.answer("<think>a</think>b"), Script.answer("c"));

        Exchange first = answered("stripThinking=true");
        Exchange second = template.send(llmchat("stripThinking=true"), first);

        assertThat(second.getMessage().getBody()).isEqualTo("c");
        assertThat(second.getMessage().getHeaders()).doesNotContainKey(REASONING);
    }
}
