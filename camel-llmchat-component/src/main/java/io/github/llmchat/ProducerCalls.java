package io.github.llmchat;

import java.net.URI;

import io.github.llmchat.http.CallLimits;
import io.github.llmchat.http.ChatClient;
import io.github.llmchat.http.GatewayRequest;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.OpenCall;
import io.github.llmchat.stream.OpenCalls;

/**
 * Sends the requests of one producer and knows which of them run: with the producer, they end. Any thread may call it.
 */
final class ProducerCalls {

    private static final String STOPPED = "the route or the context was stopped";

    private final LlmChatEndpoint endpoint;
    private final CallLimits limits;
    private final OpenCalls own = new OpenCalls();
    private volatile ChatClient client;
    private volatile boolean stopped;

    ProducerCalls(LlmChatEndpoint endpoint) {
        this.endpoint = endpoint;
        this.limits = CallSettings.limits(endpoint.getConfiguration());
    }

    void start() throws Exception {
        client = endpoint.getComponent().client(endpoint.getConfiguration());
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

    ChatClient client() {
        return client;
    }

    /** Sends a request; the call counts as open until {@link #ended}. */
    void send(GatewayRequest request, OpenCall call, AnswerReceiver receiver) {
        own.add(call);
        sendForAll(request, call, receiver);
        cancelIfStopped(call);
    }

    /** Sends a request for whose answer other producers wait, too: it does not end with this one. */
    void sendForAll(GatewayRequest request, OpenCall call, AnswerReceiver receiver) {
        endpoint.getComponent().calls().add(call);
        try {
            client.call(request, receiver);
        } catch (RuntimeException e) {
            ended(call.id());
            throw e;
        }
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

    void ended(String id) {
        own.remove(id);
        endpoint.getComponent().calls().remove(id);
    }

    String newId() {
        return endpoint.getCamelContext().getUuidGenerator().generateExchangeUuid();
    }

    LlmChatThreads threads() {
        return endpoint.getComponent().threads();
    }
}
