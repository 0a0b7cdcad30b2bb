package io.github.llmchat.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.error.SafeText;
import io.github.llmchat.error.ToolException;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.Usage;

/**
 * Internal. The loop of one exchange: from an answer to the calls that it asks for, from their results to the next
 * request, until an answer asks for nothing. A state machine: it runs nothing, waits for nothing, and knows no clock.
 * Not thread-safe.
 */
public final class ToolLoop {

    private static final int LONGEST_NAME = 64;
    /** The conversation stays one that gateways take: each call has its result. */
    private static final String NOT_RUN = "This call was not run.";

    private final LoopLimits limits;
    private final ToolPolicies policies;
    private final Map<String, ToolSpec> ours;
    private final Predicate<String> callers;

    private final List<ChatMessage> messages = new ArrayList<>();
    private int rounds;
    private long tokens;
    private Usage usage;
    private ChatMessage asking;
    private List<ChatMessage> round = List.of();
    private List<ToolCall> running = List.of();

    /**
     * @param ours    the tools that can be run, by name
     * @param callers whether only whoever gets the answer can run the tool of a name that is not among ours
     */
    public ToolLoop(LoopLimits limits, ToolPolicies policies, Map<String, ToolSpec> ours, Predicate<String> callers) {
        this.limits = limits;
        this.policies = policies;
        this.ours = ours;
        this.callers = callers;
    }

    /** An answer has come. */
    public Step answered(ChatCompletion answer) {
        Usage taken = answer.usage();
        usage = usage == null ? taken : usage.plus(taken);
        tokens += taken == null || taken.totalTokens() == null ? 0 : taken.totalTokens();
        List<ToolCall> calls = answer.toolCalls();
        round = List.of();
        if (calls.isEmpty()) {
            return new Step.Finish();
        }
        List<ToolCall> wanted = calls.stream().filter(call -> !isCallers(call)).toList();
        if (wanted.isEmpty()) {
            round = List.of(answer.message());
            return new Step.HandOut(calls);
        }
        ChatException over = overLimit(answer);
        if (over != null) {
            return new Step.Fail(over);
        }
        rounds++;
        asking = answer.message();
        running = wanted;
        return new Step.Run(wanted);
    }

    private boolean isCallers(ToolCall call) {
        return !ours.containsKey(call.name()) && callers.test(call.name());
    }

    private ChatException overLimit(ChatCompletion answer) {
        if (rounds >= limits.maxRounds()) {
            return new LimitException(
                    "The model asks for tools again after " + rounds + " rounds of them (option " + LoopLimits.ROUNDS_OPTION
                                      + ")",
                    ErrorDetails.NONE, LoopLimits.ROUNDS_OPTION, limits.maxRounds(), answer, null);
        }
        if (limits.maxTokens() > 0 && tokens >= limits.maxTokens()) {
            return new LimitException(
                    "The model asks for tools again after taking " + tokens + " tokens of " + limits.maxTokens() + " (option "
                                      + LoopLimits.TOKENS_OPTION + ")",
                    ErrorDetails.NONE, LoopLimits.TOKENS_OPTION, limits.maxTokens(), answer, null);
        }
        return null;
    }

    /** Whether a call with this result is the last one: what comes after it would be run for nothing. */
    public boolean ends(ToolResult result) {
        return policies.fails(result.outcome());
    }

    /**
     * The calls of {@link Step.Run} are through.
     *
     * @param results one for each call, in their order; fewer if the last one {@link #ends} the loop
     */
    public Step results(List<ToolResult> results) {
        round = new ArrayList<>();
        round.add(asking);
        for (int i = 0; i < running.size(); i++) {
            String text = i < results.size() ? results.get(i).text() : NOT_RUN;
            round.add(ChatMessage.tool(running.get(i).id(), text));
        }
        messages.addAll(round);
        for (int i = 0; i < results.size(); i++) {
            if (ends(results.get(i))) {
                return new Step.Fail(failure(running.get(i), results.get(i)));
            }
        }
        List<ToolCall> left = asking.toolCalls().stream().filter(this::isCallers).toList();
        if (!left.isEmpty()) {
            return new Step.HandOut(left);
        }
        if (isDirect(results)) {
            return new Step.Answer(results.stream().map(ToolResult::text).collect(Collectors.joining("\n")));
        }
        return new Step.Ask(round());
    }

    private boolean isDirect(List<ToolResult> results) {
        return results.stream().allMatch(ToolResult::succeeded)
                && running.stream().map(call -> ours.get(call.name())).allMatch(spec -> spec != null && spec.returnDirect());
    }

    private static ChatException failure(ToolCall call, ToolResult result) {
        String why = switch (result.outcome()) {
            case UNKNOWN_TOOL -> "was not offered to the model (option hallucinatedToolNameStrategy)";
            case INVALID_ARGUMENTS -> "got arguments that it does not take (option invalidToolArgumentsStrategy)";
            case REFUSED -> "was not approved (option toolRefusalStrategy)";
            case TIMED_OUT -> "gave no result in time (option toolExecutionErrorStrategy)";
            case FAILED, SUCCESS -> "failed (option toolExecutionErrorStrategy)";
        };
        return new ToolException(
                "The tool " + shown(call.name()) + " " + why, ErrorDetails.NONE, call.name(), result.outcome(), result.cause());
    }

    /** {@return a name, which may be anything that a model makes up, as it can be shown in a log} */
    public static String shown(String name) {
        if (ToolSpec.isName(name)) {
            return name;
        }
        String safe = SafeText.of(String.valueOf(name)).replaceAll("[^a-zA-Z0-9_.:-]", "?");
        return "'" + (safe.length() <= LONGEST_NAME ? safe : safe.substring(0, LONGEST_NAME) + "…") + "'";
    }

    /** What was said since the first request, up to the last results of tools. */
    public List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    /** What was said since the last request: the answer that asks for tools, and the results that are there. */
    public List<ChatMessage> round() {
        return List.copyOf(round);
    }

    /** How often tools were run. */
    public int rounds() {
        return rounds;
    }

    /** What the answers since the last call of this method took together; null if no gateway said so. */
    public Usage takeUsage() {
        Usage taken = usage;
        usage = null;
        return taken;
    }
}
