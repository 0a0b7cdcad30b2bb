package io.github.llmchat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.Usage;
import io.github.llmchat.tool.Step;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolLoop;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.ToolRun;

/**
 * What one exchange and its model say to each other with tools in between: drives the loop, has run what it wants to
 * have run, and makes the next request. Thread-safe; at any time it waits for one thing only, an answer or the tools of
 * one round.
 */
final class ToolConversation {

    private final EndpointTools endpoint;
    private final ToolRun.Setting setting;
    private final ToolLoop loop;
    private final ToolCaller caller;
    private final boolean runsAll;
    private final long begun = System.nanoTime();

    // guarded by this
    private BoundRequest request;
    private Flow flow;
    private ChatCompletion asking;
    private List<ToolCall> toRun = List.of();
    private List<ToolCall> handedOut = List.of();
    /** What was said since the last request. */
    private List<ChatMessage> since = List.of();
    private ToolRun run;
    private Runnable deadline;
    private boolean abandoned;

    /** @param runsAll whether all calls are run here, also those of tools that were never offered */
    ToolConversation(EndpointTools endpoint, ToolRun.Setting setting, ToolLoop loop, ToolCaller caller, boolean runsAll) {
        this.runsAll = runsAll;
        this.endpoint = endpoint;
        this.setting = setting;
        this.loop = loop;
        this.caller = caller;
    }

    /** A request is going to be sent; with its answer the exchange goes on this way. */
    synchronized void asks(BoundRequest next, Flow way) {
        request = next;
        flow = way;
        since = List.of();
    }

    /** What was asked last. */
    synchronized BoundRequest request() {
        return request;
    }

    /**
     * An answer has come.
     *
     * @return               what the exchange gets; null if tools are to be run first: then {@link #next} is to be
     *                       called
     * @throws ChatException if a limit is reached
     */
    synchronized ChatCompletion answered(ChatCompletion answer) {
        if (!handedOut.isEmpty()) {
            return whole(answer);
        }
        Step step = loop.answered(answer);
        if (step instanceof Step.Fail over) {
            throw over.failure();
        }
        if (step instanceof Step.Run wanted) {
            asking = answer;
            toRun = wanted.calls();
            return null;
        }
        if (step instanceof Step.HandOut left) {
            handedOut = left.calls();
            since = loop.round();
        }
        return whole(answer);
    }

    private ChatCompletion whole(ChatCompletion answer) {
        stopDeadline();
        Usage usage = loop.takeUsage();
        return loop.rounds() == 0 ? answer : answer.afterTools(loop.messages(), usage);
    }

    /** Has the tools run that the last answer asks for. Does not wait for them. */
    void next() {
        synchronized (this) {
            if (abandoned) {
                return;
            }
            startDeadline();
            run = ToolRun.start(setting, toRun, caller, loop::ends, this::goOn);
        }
    }

    /** Called by the tool that was last, on its thread. */
    private void goOn(List<ToolResult> results) {
        Flow way;
        Step step;
        synchronized (this) {
            if (abandoned) {
                return;
            }
            run = null;
            way = flow;
            step = loop.results(results);
            since = loop.round();
            if (step instanceof Step.HandOut left) {
                handedOut = left.calls();
            }
        }
        if (step instanceof Step.Ask more) {
            askAgain(way, more.messages());
        } else if (step instanceof Step.Answer direct) {
            way.answer(directly(direct.text()));
        } else if (step instanceof Step.HandOut) {
            way.end(asking);
        } else if (step instanceof Step.Fail failed) {
            way.fail(failed.failure());
        }
    }

    private void askAgain(Flow way, List<ChatMessage> added) {
        try {
            way.ask(following(added));
        } catch (RuntimeException e) {
            way.fail(new ConnectionException("The results of the tools could not be sent", ErrorDetails.NONE, e));
        }
    }

    private synchronized BoundRequest following(List<ChatMessage> added) {
        ObjectNode tree = Json.object();
        tree.setAll(request.tree());
        ArrayNode messages = tree.putArray("messages");
        request.tree().path("messages").forEach(messages::add);
        messages.addAll(endpoint.replayed(added));
        JsonNode choice = tree.path("tool_choice");
        if (choice.isObject() || "required".equals(choice.textValue())) {
            // it has been followed; to insist would be a loop without end
            tree.put("tool_choice", "auto");
        }
        return request.with(tree, request.earlier());
    }

    /** An answer that no model has given, beside the one that asked for it. */
    private ChatCompletion directly(String text) {
        ObjectNode tree = Json.object();
        tree.put("id", asking.id()).put("object", "chat.completion").put("created", asking.created())
                .put("model", asking.model());
        ObjectNode choice = tree.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text);
        choice.put("finish_reason", "stop");
        return ChatCompletion.fromTree(tree);
    }

    /** Guarded by this. */
    private void startDeadline() {
        Duration limit = endpoint.agenticTimeout();
        if (deadline == null && !limit.isZero()) {
            Duration left = limit.minusNanos(System.nanoTime() - begun);
            deadline = setting.timer().after(left.isNegative() ? Duration.ZERO : left, () -> timedOut(limit));
        }
    }

    private synchronized void stopDeadline() {
        if (deadline != null) {
            deadline.run();
            deadline = null;
        }
    }

    private void timedOut(Duration limit) {
        Flow way;
        synchronized (this) {
            if (abandoned || deadline == null) {
                return;
            }
            way = flow;
        }
        abandon();
        // timers must not be held up by a route
        setting.executor().execute(() -> way.fail(
                ChatTimeoutException.of(ChatTimeoutException.Timeout.AGENTIC, limit, ErrorDetails.NONE, null)));
    }

    /** Nobody waits for an answer any more. Does not block. */
    void abandon() {
        ToolRun running;
        synchronized (this) {
            abandoned = true;
            running = run;
            run = null;
            stopDeadline();
        }
        if (running != null) {
            running.abandon();
        }
    }

    /** The exchange is going to fail: what was said and called until then goes with the exception. */
    void failing(RuntimeException failure) {
        if (failure instanceof ChatException known && rounds() > 0) {
            known.setConversation(messages());
        }
    }

    /** All that was said. */
    synchronized List<ChatMessage> messages() {
        List<ChatMessage> all = new ArrayList<>(ChatRequest.fromTree(request.tree()).messages());
        all.addAll(since);
        return all;
    }

    /** Whether all calls are run here, also those of tools that were never offered. */
    boolean runsAll() {
        return runsAll;
    }

    /** The calls that only whoever gets the answer can run; none while there may be others. */
    synchronized List<ToolCall> handedOut() {
        return handedOut;
    }

    /** How often tools were run. */
    synchronized int rounds() {
        return loop.rounds();
    }
}
