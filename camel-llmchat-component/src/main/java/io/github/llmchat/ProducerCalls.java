package io.github.llmchat;

import java.net.URI;

import io.github.llmchat.http.CallLimits;
import io.github.llmchat.http.CallPolicy;
import io.github.llmchat.http.ChatClient;
import io.github.llmchat.http.GatewayRequest;
import io.github.llmchat.http.RetryPolicy;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.OpenCall;
import io.github.llmchat.stream.OpenCalls;
import org.apache.camel.Exchange;

/**
 * Sends the requests of one producer and knows which of them run: with the producer, they end. Any thread may call it.
 */
final class ProducerCalls {

    private static final String STOPPED = "the route or the context was stopped";

    private final LlmChatEndpoint endpoint;
    private final CallLimits limits;
    private final RetryPolicy retry;
    private final OpenCalls own = new OpenCalls();
    private volatile ChatClient client;
    private volatile CallPolicy policy;
    private volatile boolean stopped;

    ProducerCalls(LlmChatEndpoint endpoint) {
        this.endpoint = endpoint;
        this.limits = CallSettings.limits(endpoint.getConfiguration());
        this.retry = CallSettings.retry(endpoint.getConfiguration());
        CallSettings.governor(endpoint.getConfiguration());
    }

    void start() throws Exception {
        client = endpoint.getComponent().client(endpoint.getConfiguration());
        policy = new CallPolicy(retry, endpoint.getComponent().governor(endpoint.getConfiguration()));
        stopped = false;
    }

    void stop() {
        stopped = true;
        own.cancelAll(STOPPED);
    }

    /** The URL of a call: {@code baseUrl} and this behind it. */
    URI url(String path) {
        return GatewayUrl.of(endpoint.getConfiguration().getBaseUrl(), path);
    }

    CallLimits limits() {
        return limits;
    }

    /** Sends a request; the call counts as open until {@link #ended}. */
    void send(GatewayRequest request, OpenCall call, AnswerReceiver receiver) {
        own.add(call);
        sendForAll(request, call, receiver);
        cancelIfStopped(call);
        if (call.hasEnded()) {
            // cancelled between two rounds of tools: what ended before it was remembered is forgotten again
            ended(call.id());
        }
    }

    /** Sends a request for whose answer other producers wait, too: it does not end with this one. */
    void sendForAll(GatewayRequest request, OpenCall call, AnswerReceiver receiver) {
        endpoint.getComponent().calls().add(call);
        sendAfterWait(request, call, receiver);
    }

    /**
     * Sends the request of a call that {@link #waits}. If the call has been cancelled meanwhile, its receiver ends the
     * request.
     */
    void sendAfterWait(GatewayRequest request, OpenCall call, AnswerReceiver receiver) {
        try {
            client.call(request, receiver, policy);
        } catch (RuntimeException e) {
            ended(call.id());
            throw e;
        }
    }

    /** Until the call has ended the exchange is its own; if its caller leaves, the call is cancelled. */
    void calledBy(Exchange exchange, OpenCall call) {
        endpoint.getComponent().callers().add(call, exchange);
        ServedExchange served = ServedExchange.of(exchange);
        if (served != null) {
            served.calls(call, threads());
        }
    }

    /** The exchange goes on, though the call has not ended. */
    void goesOn(String id) {
        endpoint.getComponent().callers().remove(id);
    }

    /** Remembers an exchange for which nothing is sent yet, until {@link #ended}. */
    void waits(OpenCall call) {
        own.add(call);
        endpoint.getComponent().calls().add(call);
        cancelIfStopped(call);
    }

    /** An exchange that had to wait may come here when the producer has stopped. */
    private void cancelIfStopped(OpenCall call) {
        if (stopped) {
            call.cancel(STOPPED, null, threads());
        }
    }

    /** A call has taken more tokens, or with a negative number fewer, than was expected. */
    void correctTokens(long more) {
        policy.governor().correct(more);
    }

    void ended(String id) {
        own.remove(id);
        endpoint.getComponent().calls().remove(id);
        endpoint.getComponent().callers().remove(id);
    }

    String newId() {
        return endpoint.getCamelContext().getUuidGenerator().generateExchangeUuid();
    }

    LlmChatThreads threads() {
        return endpoint.getComponent().threads();
    }
}
