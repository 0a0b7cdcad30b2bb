package io.github.llmchat.examples.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.llmchat.examples.tickets.view.Outcome;
import io.github.llmchat.examples.tickets.view.RunStatistics;
import io.github.llmchat.tool.route.ToolCallEvent;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/**
 * The bean {@code view} of the routes, and an event notifier: Camel finds it in the registry and tells it what became
 * of each tool call. It shows a run and keeps its figures. All methods may be called from any thread.
 */
public final class OrderView extends EventNotifierSupport {

    private final OrderScreen screen;
    private final RunStatistics statistics = new RunStatistics();
    private final Map<String, String> questionsByExchange = new ConcurrentHashMap<>();
    private final Map<String, List<String>> calls = new ConcurrentHashMap<>();

    OrderView(OrderScreen screen) {
        this.screen = screen;
        ignoreAll();
    }

    private void ignoreAll() {
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeEvents(true);
    }

    /**
     * A question is about to be sent to the model.
     *
     * @param id         its id
     * @param exchangeId the exchange that asks
     * @param customer   who asks
     * @param text       what they ask
     */
    public void asked(String id, String exchangeId, String customer, String text) {
        questionsByExchange.put(exchangeId, id);
        statistics.started(id);
        screen.question(id, customer, text);
    }

    /**
     * A chunk has come. One without text, such as a piece of a tool call, is neither shown nor counted.
     *
     * @param id   the question that it belongs to
     * @param text its text
     */
    public void chunk(String id, String text) {
        if (text != null && !text.isEmpty()) {
            statistics.chunk(id);
            screen.piece(text);
        }
    }

    /**
     * The route of a tool begins.
     *
     * @param tool      the tool's name
     * @param arguments what the model wrote, as far as the tool declares it
     */
    public void calls(String tool, String arguments) {
        screen.call(tool, arguments);
    }

    /**
     * A call waits for approval.
     *
     * @param tool      the tool's name
     * @param arguments what the model wrote, as far as the tool declares it
     */
    public void approves(String tool, String arguments) {
        screen.approval(tool, arguments);
    }

    /**
     * The answer is in Kafka.
     *
     * @param id               the question
     * @param completionTokens the tokens of all rounds, as the gateway counts them
     */
    public void answered(String id, long completionTokens) {
        screen.endLine();
        statistics.finished(id, Outcome.ANSWERED, completionTokens);
    }

    /**
     * There is no answer, and why is in Kafka.
     *
     * @param id    the question
     * @param error the kind of failure
     */
    public void failed(String id, String error) {
        screen.failed(error);
        statistics.finished(id, Outcome.FAILED, 0);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ToolCallEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ToolCallEvent call) {
            String question = questionsByExchange.getOrDefault(call.getExchangeId(), "none");
            calls.computeIfAbsent(question, id -> new ArrayList<>());
            List<String> ofQuestion = calls.get(question);
            synchronized (ofQuestion) {
                ofQuestion.add(call.getToolName() + " " + call.getOutcome());
            }
            screen.outcome(String.valueOf(call.getToolName()), call.getOutcome().name(), call.getDuration().toMillis());
        }
    }

    RunStatistics statistics() {
        return statistics;
    }

    /** What became of the tool calls of a question, each {@code tool OUTCOME}, in the order in which they ended. */
    List<String> calls(String question) {
        List<String> ofQuestion = calls.getOrDefault(question, List.of());
        synchronized (ofQuestion) {
            return List.copyOf(ofQuestion);
        }
    }

    /** How many tool calls there were. */
    long calls() {
        return calls.values().stream().mapToLong(List::size).sum();
    }
}
