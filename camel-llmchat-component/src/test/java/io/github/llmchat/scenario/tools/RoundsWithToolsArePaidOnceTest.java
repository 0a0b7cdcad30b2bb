package io.github.llmchat.scenario.tools;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.cache.MemoryCompletionCache;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.BindToRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A conversation that begins anew, after a crash say, runs its tools again; the model is asked only what it was not
 * asked.
 */
class RoundsWithToolsArePaidOnceTest extends ToolScenario {

    private static final String OPTIONS = "tags=weather&completionCache=#completions";

    @BindToRegistry("completions")
    private final MemoryCompletionCache cache = new MemoryCompletionCache();

    private final AtomicInteger runs = new AtomicInteger();
    private volatile String weather = "rain";

    RoundsWithToolsArePaidOnceTest() {
        cache.setTtl(Duration.ofDays(1));
    }

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:weather?tags=weather&description=The weather&parameter.city=string").process(exchange -> {
            runs.incrementAndGet();
            exchange.getMessage().setBody(weather);
        });
        builder.from("llmchat-tool:stock?tags=direct&description=What is left&returnDirect=true").process(exchange -> {
            runs.incrementAndGet();
            exchange.getMessage().setBody("2 left");
        });
    }

    @ParameterizedTest
    @EnumSource
    void asLongAsToolsSayTheSame(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 weather {\"city\":\"Rome\"}"), answers(way, "Take an umbrella"));

        Got first = take(way, OPTIONS);
        Got again = take(way, OPTIONS);

        assertThat(first.text()).isEqualTo("Take an umbrella");
        assertThat(again.failure()).isNull();
        assertThat(again.text()).isEqualTo("Take an umbrella");
        assertThat(again.completion().usage().totalTokens()).isEqualTo(30L);
        assertThat(again.completion().toolMessages()).hasSize(2);
        assertThat(runs).as("tools are run each time").hasValue(2);
        assertThat(requests()).hasSize(2);
        assertThat(again.exchange().getMessage().getHeader(LlmChatConstants.CACHE_HIT)).isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource
    void whatComesAfterAnotherResultIsAskedFor(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 weather {\"city\":\"Rome\"}"), answers(way, "Take an umbrella"),
                answers(way, "Leave it at home"));
        take(way, OPTIONS);
        weather = "sun";

        Got again = take(way, OPTIONS);

        assertThat(again.text()).isEqualTo("Leave it at home");
        assertThat(requests()).hasSize(3);
        assertThat(results(2)).containsExactly("sun");
        if (way != Way.ITERATOR && way != Way.PUBLISHER) {
            assertThat(again.exchange().getMessage().getHeader(LlmChatConstants.CACHE_HIT)).as("something was paid")
                    .isEqualTo(false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAToolAnswersInTheModelsPlaceIsNotKeptAsIfTheModelHadSaidIt(Way way) throws Exception {
        String options = OPTIONS.replace("weather", "direct");
        gateway.willAnswer(asks(way, "c1 stock {}"));

        take(way, options);
        Got again = take(way, options);

        assertThat(again.text()).isEqualTo("2 left");
        assertThat(runs).as("the tool is run each time").hasValue(2);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void callsWithoutAnIdKeepTheOneThatTheyWereGiven(Way way) throws Exception {
        Script asks = way == Way.PLAIN
                ? Script.json("{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"tool_calls\":[{\"function\":"
                              + "{\"name\":\"weather\",\"arguments\":\"{}\"}}]}}]}")
                : Script.sse().delta(0, "{\"tool_calls\":[{\"function\":{\"name\":\"weather\",\"arguments\":\"{}\"}}]}")
                        .finish("tool_calls").done();
        gateway.willAnswer(asks, answers(way, "Take an umbrella"));

        take(way, OPTIONS);
        Got again = take(way, OPTIONS);

        assertThat(again.text()).isEqualTo("Take an umbrella");
        assertThat(requests()).hasSize(2);
    }
}
