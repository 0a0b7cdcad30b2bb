package io.github.llmchat;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Sends one request for each exchange and lets the caller go: the exchange goes on, on the component's pool, when the
 * answer is there. When the producer stops, the calls that still run are cancelled and their exchanges completed.
 */
final class LlmChatProducer extends DefaultAsyncProducer {

    private final LlmChatEndpoint endpoint;
    private ProducerCalls calls;
    private Operation operation;

    LlmChatProducer(LlmChatEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        calls = new ProducerCalls(endpoint);
        operation = switch (endpoint.getConfiguration().getOperation()) {
            case chat, toolResults -> new ChatCalls(endpoint, calls);
            case models -> ModelCalls.list(endpoint, calls);
            case modelCatalog -> ModelCalls.catalogue(endpoint, calls);
        };
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        calls.start();
        operation.start();
    }

    @Override
    protected void doStop() throws Exception {
        calls.stop();
        operation.stop();
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            operation.call(exchange, callback);
            return false;
        } catch (Exception e) {
            // nothing was sent
            Outcome.fail(exchange, e);
            callback.done(true);
            return true;
        }
    }
}
