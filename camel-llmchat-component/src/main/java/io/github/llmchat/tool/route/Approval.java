package io.github.llmchat.tool.route;

import java.util.function.Consumer;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the endpoint behind {@code approvalUri}. Whatever is not a clear yes is a no. Any thread may use it. */
final class Approval {

    private static final Logger LOG = LoggerFactory.getLogger(Approval.class);

    private final String toolName;
    private final RouteTarget target;

    Approval(String toolName, RouteTarget target) {
        this.toolName = toolName;
        this.target = target;
    }

    void start() {
        target.start();
    }

    void stop() {
        target.stop();
    }

    /**
     * Asks.
     *
     * @param answer gets null if the call is approved, else the refusal; on any thread, perhaps before this method
     *               returns, perhaps never
     */
    void ask(ToolRequest request, Consumer<ToolResult> answer) {
        try {
            if (!target.isAvailable()) {
                LOG.warn("No route behind approvalUri={} of the tool {} is started: the call is refused", target, toolName);
                answer.accept(ToolResult.refused(null));
                return;
            }
            Exchange exchange = DefaultExchange.newFromEndpoint(target.endpoint(), ExchangePattern.InOut);
            exchange.setProperty(Exchange.CORRELATION_ID, request.callerId());
            request.bind(exchange.getMessage());
            target.send(exchange, doneSync -> answer.accept(answer(exchange)));
        } catch (RuntimeException e) {
            answer.accept(refusedBy(e));
        }
    }

    private ToolResult answer(Exchange exchange) {
        if (exchange.getException() != null) {
            return refusedBy(exchange.getException());
        }
        try {
            Message reply = exchange.getMessage();
            return isYes(reply)
                    ? null : ToolResult.refused(reply.getHeader(LlmChatToolConstants.REFUSAL_REASON, String.class));
        } catch (RuntimeException e) {
            return refusedBy(e);
        }
    }

    /** Camel would make a yes of any number but 0, such as a count of rows. */
    private static boolean isYes(Message reply) {
        if (reply.getBody() instanceof Boolean answer) {
            return answer;
        }
        String text = reply.getBody(String.class);
        return text != null && text.strip().equalsIgnoreCase("true");
    }

    /** The exception's message may hold what the model wrote; the route's own error handler has logged it. */
    private ToolResult refusedBy(Exception e) {
        LOG.warn("The approval of a call of the tool {} ended with a {}: the call is refused", toolName,
                e.getClass().getName());
        return ToolResult.refused(null);
    }
}
