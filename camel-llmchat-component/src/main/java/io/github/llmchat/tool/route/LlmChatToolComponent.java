package io.github.llmchat.tool.route;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.tool.ToolSpec;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.PropertiesHelper;

/**
 * The component of the scheme {@code llmchat-tool}. Camel starts and stops it; its methods may be called from any
 * thread.
 */
@Component("llmchat-tool")
public class LlmChatToolComponent extends DefaultComponent {

    private static final String TIMER = "llmchat-tool-timer";

    // guarded by this
    private ScheduledExecutorService timer;

    /** Made by Camel when a route first uses the scheme. */
    public LlmChatToolComponent() {
    }

    /** @param context the context that this component belongs to */
    public LlmChatToolComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!ToolSpec.isName(remaining)) {
            throw new IllegalArgumentException(
                    "llmchat-tool:" + remaining + ": the name of a tool must be 1 to 64 letters, digits, _ or -");
        }
        if (parameters.containsKey("name")) {
            throw new IllegalArgumentException(
                    "llmchat-tool:" + remaining + ": the name of a tool is in the path, not an option");
        }
        LlmChatToolEndpoint endpoint = new LlmChatToolEndpoint(uri, this, remaining);
        PropertiesHelper.extractProperties(parameters, "parameter.")
                .forEach((name, value) -> endpoint.getParameter().put(name, String.valueOf(value)));
        setProperties(endpoint, parameters);
        endpoint.check();
        return endpoint;
    }

    /**
     * Runs a task later, on the one thread of the component's timer; not if the component is stopped before.
     *
     * @return cancels it
     */
    Runnable after(Duration delay, Runnable task) {
        synchronized (this) {
            if (isStoppingOrStopped()) {
                return () -> {
                };
            }
            if (timer == null) {
                timer = getCamelContext().getExecutorServiceManager().newScheduledThreadPool(this, TIMER, profile());
            }
            Future<?> scheduled = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> scheduled.cancel(false);
        }
    }

    /** Camel's default refuses the thousandth timer; each open call has one. */
    private static ThreadPoolProfile profile() {
        ThreadPoolProfile profile = new ThreadPoolProfile(TIMER);
        profile.setPoolSize(1);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        return profile;
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            if (timer != null) {
                getCamelContext().getExecutorServiceManager().shutdownNow(timer);
                timer = null;
            }
        }
        super.doStop();
    }
}
