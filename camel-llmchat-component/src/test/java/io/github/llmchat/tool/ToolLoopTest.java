package io.github.llmchat.tool;

import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.error.LimitException;
import io.github.llmchat.error.ToolException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.ToolCallOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.llmchat.tool.Rounds.FAIL;
import static io.github.llmchat.tool.Rounds.TELL_THE_MODEL;
import static io.github.llmchat.tool.Rounds.calls;
import static io.github.llmchat.tool.Rounds.specs;
import static io.github.llmchat.tool.Rounds.text;
import static org.assertj.core.api.Assertions.assertThat;

class ToolLoopTest {

    private static final LoopLimits FAR = new LoopLimits(100, 0);

    @Test
    void anAnswerWithoutCallsIsTheEnd() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);

        assertThat(loop.answered(text("done", 5))).isInstanceOf(Step.Finish.class);

        assertThat(loop.rounds()).isZero();
        assertThat(loop.messages()).isEmpty();
    }

    @Test
    void callsAreRunAndTheirResultsGoBackInTheirOrder() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        ChatCompletion asking = calls(5, "one", "two", "one");

        Step.Run run = (Step.Run) loop.answered(asking);
        assertThat(run.calls()).extracting(ToolCall::id).containsExactly("one-0", "two-1", "one-2");
        Step.Ask ask = (Step.Ask) loop.results(results("a", "b", "c"));

        assertThat(ask.messages().get(0)).as("as the model said it, its thoughts included").isEqualTo(asking.message());
        assertThat(ask.messages().subList(1, 4)).containsExactly(
                ChatMessage.tool("one-0", "a"), ChatMessage.tool("two-1", "b"), ChatMessage.tool("one-2", "c"));
        assertThat(loop.rounds()).isEqualTo(1);
    }

    @Test
    void eachRequestGetsTheMessagesOfItsRoundAndTheConversationHasAll() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        loop.answered(calls(5, "one"));
        loop.results(results("a"));
        loop.answered(calls(7, "two"));

        Step.Ask ask = (Step.Ask) loop.results(results("b"));

        assertThat(ask.messages()).hasSize(2);
        assertThat(ask.messages().get(1)).isEqualTo(ChatMessage.tool("two-0", "b"));
        assertThat(loop.messages()).hasSize(4);
        assertThat(loop.answered(text("done", 9))).isInstanceOf(Step.Finish.class);
        assertThat(loop.takeUsage().totalTokens()).isEqualTo(21L);
        assertThat(loop.takeUsage()).isNull();
    }

    @Test
    void usageMayBeMissing() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        loop.answered(calls(0, "one"));
        loop.results(results("a"));
        loop.answered(text("done", 0));

        assertThat(loop.takeUsage()).isNull();
    }

    @Test
    void callsOfToolsThatAreNotOursGoToTheCaller() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);

        Step.HandOut out = (Step.HandOut) loop.answered(calls(5, "theirs", "theirs"));

        assertThat(out.calls()).hasSize(2);
        assertThat(loop.rounds()).isZero();
        assertThat(loop.round()).hasSize(1);
    }

    @Test
    void ofMixedCallsOursAreRunAndTheOthersGoToTheCaller() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);

        Step.Run run = (Step.Run) loop.answered(calls(5, "theirs", "one", "theirs"));
        assertThat(run.calls()).extracting(ToolCall::id).containsExactly("one-1");
        Step.HandOut out = (Step.HandOut) loop.results(results("a"));

        assertThat(out.calls()).extracting(ToolCall::id).containsExactly("theirs-0", "theirs-2");
        assertThat(loop.round()).extracting(ChatMessage::toolCallId).containsExactly(null, "one-1");
    }

    @Test
    void resultsOfDirectToolsAreTheAnswer() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        loop.answered(calls(5, "direct", "direct"));

        Step.Answer answer = (Step.Answer) loop.results(results("a", "b"));

        assertThat(answer.text()).isEqualTo("a\nb");
    }

    @Test
    void aDirectToolBesideAnotherIsLikeTheOther() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        loop.answered(calls(5, "direct", "one"));

        assertThat(loop.results(results("a", "b"))).isInstanceOf(Step.Ask.class);
    }

    @Test
    void aDirectToolThatBringsNothingIsNoAnswer() {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        loop.answered(calls(5, "direct"));

        assertThat(loop.results(List.of(ToolResult.refused("no")))).isInstanceOf(Step.Ask.class);
    }

    @Test
    void roundsHaveAnEnd() {
        ToolLoop loop = loop(new LoopLimits(2, 0), TELL_THE_MODEL);
        loop.answered(calls(5, "one"));
        loop.results(results("a"));
        loop.answered(calls(5, "one"));
        loop.results(results("b"));

        Step.Fail fail = (Step.Fail) loop.answered(calls(5, "one"));

        assertThat(fail.failure()).isInstanceOfSatisfying(LimitException.class, e -> {
            assertThat(e.option()).isEqualTo("maxToolIterations");
            assertThat(e.limit()).isEqualTo(2);
            assertThat(e.partialCompletion().toolCalls()).hasSize(1);
        });
        assertThat(loop.messages()).as("what was not run is not in the conversation").hasSize(4);
    }

    @Test
    void tokensHaveAnEnd() {
        ToolLoop loop = loop(new LoopLimits(100, 20), TELL_THE_MODEL);
        loop.answered(calls(12, "one"));
        loop.results(results("a"));

        Step.Fail fail = (Step.Fail) loop.answered(calls(8, "one"));

        assertThat(fail.failure()).isInstanceOfSatisfying(LimitException.class,
                e -> assertThat(e.option()).isEqualTo("maxAgenticTokens"));
    }

    @Test
    void anAnswerIsNeverLostToALimit() {
        ToolLoop loop = loop(new LoopLimits(1, 10), TELL_THE_MODEL);
        loop.answered(calls(9, "one"));
        loop.results(results("a"));

        assertThat(loop.answered(text("done", 100))).isInstanceOf(Step.Finish.class);
    }

    static Stream<ToolResult> failures() {
        return Stream.of(
                ToolResult.unknownTool(), ToolResult.invalidArguments(List.of("$.x: must be a number")),
                ToolResult.refused("not today"), ToolResult.failed(new IllegalStateException("secret")),
                ToolResult.timedOut("timeout=1"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatFailsIsToldToTheModel(ToolResult failure) {
        ToolLoop loop = loop(FAR, TELL_THE_MODEL);
        loop.answered(calls(5, "one", "two"));
        assertThat(loop.ends(failure)).isFalse();

        Step.Ask ask = (Step.Ask) loop.results(List.of(failure, ToolResult.success("b")));

        assertThat(ask.messages().get(1).content()).isEqualTo(failure.text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatFailsMayEndTheLoop(ToolResult failure) {
        ToolLoop loop = loop(FAR, FAIL);
        loop.answered(calls(5, "one", "two"));
        assertThat(loop.ends(failure)).isTrue();

        Step.Fail fail = (Step.Fail) loop.results(List.of(failure));

        assertThat(fail.failure()).isInstanceOfSatisfying(ToolException.class, e -> {
            assertThat(e.outcome()).isEqualTo(failure.outcome());
            assertThat(e.toolName()).isEqualTo("one");
            assertThat(e).hasCause(failure.cause()).hasMessageContaining("one").hasMessageContaining("Strategy")
                    .hasMessageNotContaining("secret");
        });
        assertThat(loop.round()).as("each call has a result: gateways take the conversation")
                .extracting(ChatMessage::toolCallId).containsExactly(null, "one-0", "two-1");
    }

    @Test
    void aNameMayBeAnything() {
        ToolLoop loop = loop(FAR, FAIL);
        loop.answered(calls(5, "x\nERROR forged ${jndi:x} sk-abcdefgh12345678"));

        Step.Fail fail = (Step.Fail) loop.results(List.of(ToolResult.unknownTool()));

        assertThat(fail.failure().getMessage()).doesNotContain("\n").doesNotContain("${").doesNotContain("sk-abc");
        assertThat(((ToolException) fail.failure()).outcome()).isEqualTo(ToolCallOutcome.UNKNOWN_TOOL);
    }

    private static ToolLoop loop(LoopLimits limits, ToolPolicies policies) {
        return new ToolLoop(limits, policies, specs("one", "two", "direct"), "theirs"::equals);
    }

    private static List<ToolResult> results(String... texts) {
        return Stream.of(texts).map(ToolResult::success).toList();
    }
}
