package io.github.llmchat.tool.route;

import java.time.Duration;

import io.github.llmchat.model.ToolCall;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolObserver;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EventNotifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Internal: public only because other packages of this component use it. Tells a context's event notifiers of tool
 * calls. Thread-safe.
 */
public final class ToolAudit implements ToolObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ToolAudit.class);

    private final CamelContext context;

    private ToolAudit(CamelContext context) {
        this.context = context;
    }

    /** {@return what tells the context's notifiers} */
    public static ToolObserver of(CamelContext context) {
        return new ToolAudit(context);
    }

    @Override
    public void called(ToolCall call, ToolCaller caller, ToolResult result, Duration duration) {
        ToolCallEvent event = null;
        for (EventNotifier notifier : context.getManagementStrategy().getStartedEventNotifiers()) {
            if (event == null) {
                event = new ToolCallEvent(context, call, caller, result.outcome(), duration);
                if (context.getManagementStrategy().getEventFactory().isTimestampEnabled()) {
                    event.setTimestamp(System.currentTimeMillis());
                }
            }
            tell(notifier, event);
        }
    }

    private static void tell(EventNotifier notifier, ToolCallEvent event) {
        try {
            if (!notifier.isDisabled() && notifier.isEnabled(event)) {
                notifier.notify(event);
            }
        } catch (Exception e) {
            LOG.warn("An event notifier failed at an event of a tool call; the call goes on", e);
        }
    }
}
