package io.github.llmchat.tool.route;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.llmchat.tool.ToolResult;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;

/** Makes its route known as a tool, and runs it on exchanges of its own. */
final class LlmChatToolConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final ToolRegistry registry;
    private final Set<String> tags;
    private final Approval approval;
    private final RouteTool tool;

    LlmChatToolConsumer(LlmChatToolEndpoint endpoint, Processor processor, Approval approval) {
        super(endpoint, processor);
        this.registry = ToolRegistry.of(endpoint.getCamelContext());
        this.tags = Set.copyOf(Names.split(endpoint.getTags()));
        this.approval = approval;
        this.tool = new RouteTool(this, approval);
    }

    @Override
    public LlmChatToolEndpoint getEndpoint() {
        return (LlmChatToolEndpoint) super.getEndpoint();
    }

    /** Idempotent. Calls may come from now on, perhaps before the consumer is started. */
    void register() {
        ServiceHelper.initService(this);
        if (approval != null) {
            approval.start();
        }
        registry.add(tool, tags, this);
    }

    /** Idempotent. */
    void unregister() {
        registry.remove(this);
    }

    boolean isAvailable() {
        return registry.contains(this);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        register();
    }

    @Override
    protected void doSuspend() throws Exception {
        unregister();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        register();
    }

    @Override
    protected void doStop() throws Exception {
        unregister();
        if (approval != null) {
            approval.stop();
        }
        super.doStop();
    }

    /** Exchanges that run elsewhere may still need the tool: it stays until they have ended. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return true;
    }

    @Override
    public int getPendingExchangesSize() {
        return tool.slots().waiting();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing to prepare
    }

    /** See {@link RouteTool#run}. */
    void run(ToolRequest request, Function<Exchange, ToolResult> read, Consumer<ToolResult> done) {
        Exchange exchange = createExchange(false);
        AtomicBoolean ended = new AtomicBoolean();
        AsyncCallback callback = doneSync -> {
            if (ended.compareAndSet(false, true)) {
                ToolResult result = read.apply(exchange);
                doneUoW(exchange);
                releaseExchange(exchange, false);
                done.accept(result);
            }
        };
        try {
            // its end is ours, because files behind the body are deleted with it; one of a pooled exchange is there already,
            // and would be the route's if it were not prepared here
            createUoW(exchange).onPrepare(exchange);
            bind(request, exchange);
            getAsyncProcessor().process(exchange, callback);
        } catch (Exception | StackOverflowError e) {
            if (ended.get()) {
                // whoever took the result has failed: the exchange may be another call's by now
                throw RuntimeCamelException.wrapRuntimeException(e);
            }
            exchange.setException(e);
            callback.done(true);
        }
    }

    private void bind(ToolRequest request, Exchange exchange) {
        exchange.setPattern(ExchangePattern.InOut);
        exchange.setProperty(Exchange.CORRELATION_ID, request.callerId());
        request.bind(exchange.getMessage());
        request.bindArguments(exchange.getMessage(), getEndpoint().parameters().names());
    }
}
