package io.github.llmchat.scenario.tools;

import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.ToolException;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tool call that brings nothing, and a loop that goes too far: an outcome with a name, in whatever way a route reads.
 */
class FailingToolsInEveryWayTest extends ToolScenario {

    private static final String CALL = "c1 fails {}";

    private final HeldStep held = new HeldStep(1);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:fails?tags=t").throwException(IllegalStateException.class, "password=hunter2");
        builder.from("llmchat-tool:picky?tags=t&parameter.n=integer&parameter.n.required=true").setBody().constant("fine");
        builder.from("llmchat-tool:guarded?tags=t&approvalUri=direct:no").setBody().constant("done");
        builder.from("direct:no").setBody().constant(false);
        builder.from("llmchat-tool:fine?tags=t").setBody().constant("fine");
        builder.from("llmchat-tool:never?tags=t&timeout=20").process(held);
        builder.from("llmchat-tool:wait?tags=t").process(held);
    }

    @AfterEach
    void release() {
        held.release();
    }

    static Stream<Arguments> told() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(
                Arguments.of(way, CALL, "toolExecutionErrorStrategy=repromptModel", "The tool failed."),
                Arguments.of(way, "c1 no_such {}", "", "There is no tool of this name"),
                Arguments.of(way, "c1 picky {\"n\":\"x\"}", "", "must be an integer"),
                Arguments.of(way, "c1 picky nonsense", "", "arguments"),
                Arguments.of(way, "c1 guarded {}", "", "not approved"),
                Arguments.of(way, "c1 never {}", "toolExecutionErrorStrategy=repromptModel", "no result in time")));
    }

    @ParameterizedTest
    @MethodSource("told")
    void isToldToTheModel(Way way, String call, String options, String words) throws Exception {
        gateway.willAnswer(asks(way, call), answers(way, "Sorry"));

        Got got = take(way, options.isEmpty() ? "tags=t" : "tags=t&" + options);

        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("Sorry");
        assertThat(results(1)).singleElement().asString().contains(words).doesNotContain("hunter2");
    }

    static Stream<Arguments> failing() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(
                Arguments.of(way, CALL, "", ToolCallOutcome.FAILED),
                Arguments.of(way, "c1 never {}", "", ToolCallOutcome.TIMED_OUT),
                Arguments.of(way, "c1 no_such {}", "hallucinatedToolNameStrategy=failExchange", ToolCallOutcome.UNKNOWN_TOOL),
                Arguments.of(way, "c1 picky {}", "invalidToolArgumentsStrategy=failExchange",
                        ToolCallOutcome.INVALID_ARGUMENTS),
                Arguments.of(way, "c1 guarded {}", "toolRefusalStrategy=failExchange", ToolCallOutcome.REFUSED)));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void failsTheExchange(Way way, String call, String options, ToolCallOutcome outcome) throws Exception {
        gateway.willAnswer(asks(way, call));

        Got got = take(way, options.isEmpty() ? "tags=t" : "tags=t&" + options);

        assertThat(got.chatFailure()).isInstanceOfSatisfying(ToolException.class, e -> {
            assertThat(e.outcome()).isEqualTo(outcome);
            assertThat(e.toolName()).isEqualTo(call.split(" ")[1]);
            assertThat(e).hasMessageContaining(e.toolName()).hasMessageNotContaining("hunter2");
        });
        assertConversation(got.chatFailure(), "user", "assistant", "tool");
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheRounds(Way way) throws Exception {
        gateway.alwaysAnswers(asks(way, "c1 fine {}"));

        Got got = take(way, "tags=t&maxToolIterations=3");

        assertThat(got.chatFailure()).isInstanceOfSatisfying(LimitException.class,
                e -> assertThat(e.option()).isEqualTo("maxToolIterations"));
        assertConversation(got.chatFailure(), "user", "assistant", "tool", "assistant", "tool", "assistant", "tool");
        assertThat(requests()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheTokens(Way way) throws Exception {
        gateway.alwaysAnswers(asks(way, "c1 fine {}"));

        Got got = take(way, "tags=t&maxAgenticTokens=30");

        assertThat(got.chatFailure()).isInstanceOfSatisfying(LimitException.class,
                e -> assertThat(e.option()).isEqualTo("maxAgenticTokens"));
        assertConversation(got.chatFailure(), "user", "assistant", "tool");
        assertThat(requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheTimeWhileTheModelIsSilent(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 fine {}"), Script.stallBeforeHeaders());

        Got got = take(way, "tags=t&agenticTimeout=500");

        assertThat(got.chatFailure()).isInstanceOfSatisfying(ChatTimeoutException.class,
                e -> assertThat(e.timeout()).isEqualTo(ChatTimeoutException.Timeout.AGENTIC));
        assertThat(got.chatFailure()).hasMessageContaining("agenticTimeout");
        assertConversation(got.chatFailure(), "user", "assistant", "tool");
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithTheTimeWhileAToolIsAtWork(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 wait {}"));

        Got got = take(way, "tags=t&agenticTimeout=100");

        assertThat(got.chatFailure()).isInstanceOf(ChatTimeoutException.class).hasMessageContaining("agenticTimeout");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheConversationWhenTheGatewayFailsLater(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 fine {}"), Script.error(500, "server_error", null, "out of order"));

        Got got = take(way, "tags=t");

        assertThat(got.chatFailure()).isInstanceOf(ServerException.class);
        assertConversation(got.chatFailure(), "user", "assistant", "tool");
    }

    private static void assertConversation(ChatException failure, String... roles) {
        List<ChatMessage> conversation = failure.conversation();
        assertThat(conversation).extracting(ChatMessage::role).containsExactly(roles);
        assertThat(conversation.get(0).content()).isEqualTo(PROMPT);
    }
}
