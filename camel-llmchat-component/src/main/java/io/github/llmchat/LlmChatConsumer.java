package io.github.llmchat;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.server.Delivery;
import io.github.llmchat.server.ModelServer;
import io.github.llmchat.server.ServedModel;
import io.github.llmchat.server.ServerCall;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Serves a route as a model. An exchange lasts until the client has the whole answer, so that its stream stays open,
 * and whoever stops the route waits for it. While the route is suspended or stopped, clients are told to come back
 * later.
 */
final class LlmChatConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final LlmChatEndpoint endpoint;
    private final ServedAnswers answers;
    private ModelServer server;
    private ServedModel model;

    LlmChatConsumer(LlmChatEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.answers = new ServedAnswers(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (model == null) {
            model = new ServedModel(
                    endpoint.getModel(), ServerSettings.of(endpoint.getConfiguration(), endpoint.getCamelContext()),
                    this::handle);
            server = endpoint.getComponent().servers().at(ServerSettings.path(endpoint.getConfiguration()));
        }
        server.add(model);
    }

    @Override
    protected void doSuspend() throws Exception {
        model.refuse();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        model.accept();
    }

    @Override
    protected void doStop() throws Exception {
        if (model != null) {
            // stays known: a route that is stopped may start again, and clients are to come back then
            model.refuse();
        }
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        if (model != null) {
            server.remove(model);
        }
        super.doShutdown();
    }

    private void handle(ServerCall call) {
        Exchange exchange = createExchange(false);
        exchange.setExchangeId(call.id());
        exchange.setPattern(ExchangePattern.InOut);
        Message message = exchange.getMessage();
        message.setBody(call.request());
        message.setHeader(LlmChatConstants.REQUESTED_MODEL, call.request().model());
        if (call.client() != null) {
            message.setHeader(LlmChatConstants.CLIENT, call.client());
        }
        ServedExchange served = ServedExchange.begin(exchange);
        call.onGone(() -> served.clientGone(endpoint.getComponent().threads()));
        try {
            createUoW(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            answer(exchange, call);
            return;
        }
        getAsyncProcessor().process(exchange, doneSync -> answer(exchange, call));
    }

    private void answer(Exchange exchange, ServerCall call) {
        try {
            answers.answer(exchange, call, delivery -> delivered(exchange, call, delivery));
        } catch (RuntimeException e) {
            exchange.setException(e);
            getExceptionHandler().handleException("The answer of the route can't be sent", exchange, e);
            call.refuse(e, delivery -> delivered(exchange, call, delivery));
        }
    }

    private void delivered(Exchange exchange, ServerCall call, Delivery delivery) {
        try {
            if (delivery.failure() != null && exchange.getException() == null) {
                exchange.setException(delivery.failure());
                exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, delivery.failure());
                if (!delivery.clientGone()) {
                    getExceptionHandler().handleException("The answer broke off", exchange, delivery.failure());
                }
            }
            ChatCompletion completion = delivery.completion();
            if (completion != null) {
                ResponseBinding.completionHeaders(exchange.getMessage(), completion, completion.usage());
            }
            doneUoW(exchange);
            releaseExchange(exchange, false);
        } finally {
            call.close();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return model == null ? 0 : model.openCalls();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (model != null) {
            model.refuse();
        }
    }
}
