package io.github.llmchat.scenario.tools;

import java.util.Map;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However a route takes the answer, tools are run in between and it gets one answer. */
class ToolsRunBetweenAnswersInEveryWayTest extends ToolScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:weather?tags=weather&description=The weather&parameter.city=string")
                .setBody().simple("rain in ${header.city}");
        builder.from("llmchat-tool:time?tags=clock&description=The time").setBody(builder.constant(Map.of("hour", 12)));
    }

    @ParameterizedTest
    @EnumSource
    void withTheirResults(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 weather {\"city\":\"Rome\"}"),
                asks(way, "c2 time {}", "c3 weather {\"city\":\"Ulm\"}"),
                answers(way, "Take an umbrella"));

        Got got = take(way, "tags=weather,clock&temperature=0.5");

        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("Take an umbrella");
        assertThat(got.completion().finishReason()).isEqualTo("stop");
        assertThat(requests()).hasSize(3);
        assertThat(results(1)).containsExactly("rain in Rome");
        assertThat(results(2)).containsExactly("rain in Rome", "{\"hour\":12}", "rain in Ulm");
        assertThat(sent(2).path("temperature").asDouble()).as("all rounds ask alike").isEqualTo(0.5);
        assertThat(offered(2)).containsExactlyInAnyOrder("weather", "time");
    }

    @ParameterizedTest
    @EnumSource
    void andTheirMessagesGoBackAsTheModelSaidThem(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 weather {\"city\":\"Rome\"}"), answers(way, "Rain"));

        take(way, "tags=weather");

        assertThat(messages(1)).hasSize(3);
        assertThat(messages(1).get(0).path("content").asText()).isEqualTo(PROMPT);
        assertThat(messages(1).get(1).path("role").asText()).isEqualTo("assistant");
        assertThat(messages(1).get(1).path("tool_calls").get(0).toString()).isEqualTo(
                "{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Rome\\\"}\"}}");
        assertThat(messages(1).get(2).toString())
                .isEqualTo("{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"rain in Rome\"}");
    }

    @ParameterizedTest
    @EnumSource
    void andUsageIsThatOfAllRounds(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 weather {\"city\":\"Rome\"}"), asks(way, "c2 weather {\"city\":\"Ulm\"}"),
                answers(way, "Rain"));

        Got got = take(way, "tags=weather");

        assertThat(got.completion().usage().totalTokens()).isEqualTo(45L);
        assertThat(got.completion().usage().promptTokens()).isEqualTo(30L);
        assertThat(got.completion().toolMessages()).extracting(ChatMessage::role)
                .containsExactly("assistant", "tool", "assistant", "tool");
        if (way != Way.ITERATOR && way != Way.PUBLISHER) {
            assertThat(got.exchange().getMessage().getHeader(LlmChatConstants.TOTAL_TOKENS)).isEqualTo(45L);
            assertThat(got.exchange().getMessage().getHeader(LlmChatConstants.TOOL_ITERATIONS)).isEqualTo(2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void andAModelThatNeedsNoneAnswersAtOnce(Way way) throws Exception {
        gateway.willAnswer(answers(way, "Hello"));

        Got got = take(way, "tags=weather");

        assertThat(got.text()).isEqualTo("Hello");
        assertThat(got.completion().usage().totalTokens()).isEqualTo(15L);
        assertThat(got.completion().toolMessages()).isEmpty();
        assertThat(offered(0)).containsExactly("weather");
    }
}
