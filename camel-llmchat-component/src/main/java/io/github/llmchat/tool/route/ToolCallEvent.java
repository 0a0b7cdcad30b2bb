package io.github.llmchat.tool.route;

import java.time.Duration;

import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolLoop;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;

/**
 * A model asked for a tool, and this became of it: one event for each call, run or not, sent to the context's event
 * notifiers when the outcome is known. It holds nothing of the arguments and the result. Immutable but for the
 * timestamp.
 */
public final class ToolCallEvent implements CamelEvent {

    private final CamelContext context;
    private final String toolName;
    private final String callId;
    private final String exchangeId;
    private final int argumentsSize;
    private final Duration duration;
    private final ToolCallOutcome outcome;
    private long timestamp;

    ToolCallEvent(CamelContext context, ToolCall call, ToolCaller caller, ToolCallOutcome outcome, Duration duration) {
        this.context = context;
        this.toolName = call.name();
        this.callId = call.id();
        this.exchangeId = caller.exchangeId();
        this.argumentsSize = call.arguments().length();
        this.outcome = outcome;
        this.duration = duration;
    }

    /**
     * {@return the name as the model gave it: there may be no such tool, and it may hold any characters; may be null}
     */
    public String getToolName() {
        return toolName;
    }

    /** {@return the id that the model gave the call, or null} */
    public String getCallId() {
        return callId;
    }

    /** {@return the id of the exchange that called the model} */
    public String getExchangeId() {
        return exchangeId;
    }

    /** {@return how many characters of arguments the model wrote} */
    public int getArgumentsSize() {
        return argumentsSize;
    }

    /** {@return how long the call took, waiting and approval included} */
    public Duration getDuration() {
        return duration;
    }

    /** {@return how it ended} */
    public ToolCallOutcome getOutcome() {
        return outcome;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    /** {@return the Camel context} */
    @Override
    public Object getSource() {
        return context;
    }

    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    /** Can be logged: a name that no tool could have is shortened and without control characters. */
    @Override
    public String toString() {
        return "Tool call " + ToolLoop.shown(toolName) + " of exchange " + exchangeId + ": " + outcome + " after "
               + duration.toMillis() + " ms, " + argumentsSize + " characters of arguments";
    }
}
