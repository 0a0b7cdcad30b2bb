package io.github.llmchat;

import java.net.URI;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.http.GatewayRequest;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkDrain;
import io.github.llmchat.stream.ChunkStream;
import io.github.llmchat.stream.FirstChunk;
import io.github.llmchat.stream.OpenCall;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** Conversations: {@code POST /chat/completions}, the answer whole or as a stream. */
final class ChatCalls implements Operation {

    private final LlmChatEndpoint endpoint;
    private final LlmChatConfiguration options;
    private final ProducerCalls calls;
    private final EndpointTools tools;
    private final RequestBinding requestBinding;
    private final ResponseBinding responseBinding;
    private final ImageCheck imageCheck;
    private final CachedAnswers cache;
    private final URI url;
    private RouteTarget chunkTarget;
    private RouteTarget viaTarget;

    ChatCalls(LlmChatEndpoint endpoint, ProducerCalls calls) {
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.calls = calls;
        this.tools = new EndpointTools(endpoint);
        this.requestBinding = new RequestBinding(endpoint, tools);
        this.responseBinding = new ResponseBinding(endpoint.getCamelContext(), options);
        CallSettings.atLeastOne("chunkBuffer", options.getChunkBuffer());
        this.imageCheck = new ImageCheck(endpoint, calls);
        this.url = calls.url("/chat/completions");
        this.cache = new CachedAnswers(endpoint, calls, responseBinding, url);
    }

    @Override
    public void start() throws Exception {
        if (options.getChunksTo() != null) {
            chunkTarget = RouteTarget.resolve(endpoint.getCamelContext(), "chunksTo", options.getChunksTo());
            chunkTarget.start();
        }
        if (options.getChunksVia() != null) {
            viaTarget = RouteTarget.resolve(endpoint.getCamelContext(), "chunksVia", options.getChunksVia());
            viaTarget.start();
        }
        tools.start();
    }

    @Override
    public void stop() {
        tools.stop();
        if (chunkTarget != null) {
            chunkTarget.stop();
        }
        if (viaTarget != null) {
            viaTarget.stop();
        }
    }

    @Override
    public void call(Exchange exchange, AsyncCallback callback) {
        BoundRequest request = requestBinding.bind(exchange);
        // chunks that a route has processed can't be taken back
        Outcome.Again again = chunkTarget != null ? null : (next, outcome) -> send(exchange, next, outcome);
        Outcome outcome = new Outcome(exchange, callback, request, responseBinding, again);
        imageCheck.before(request, outcome, () -> send(exchange, request, outcome));
    }

    private void send(Exchange exchange, BoundRequest request, Outcome outcome) {
        if (request.streaming()) {
            stream(exchange, request, outcome);
        } else {
            new WholeFlow(this, calls, exchange, outcome, options.isStripThinking()).ask(request);
        }
    }

    private void stream(Exchange exchange, BoundRequest request, Outcome outcome) {
        String id = calls.newId();
        LlmChatThreads threads = calls.threads();
        StreamFlow flow = new StreamFlow(this, request, threads);
        ChunkStream stream = new ChunkStream(
                id, options.getChunkBuffer(), options.isStripThinking(), flow, () -> calls.ended(id));
        if (chunkTarget != null) {
            ChunkExchanges exchanges = new ChunkExchanges(exchange, id, options, chunkTarget);
            ChunkDrain.start(stream, new ChunkRouteSink(stream, exchanges, chunkTarget, outcome), threads);
        } else if (request.output() == LlmChatOutput.stream) {
            StreamExchange owner = new StreamExchange(exchange, stream, request, responseBinding);
            ViaRoute via = viaTarget == null
                    ? null : new ViaRoute(new ChunkExchanges(exchange, id, options, viaTarget), viaTarget);
            FirstChunk first = new FirstChunk(stream, threads, owner, chunks -> {
                calls.goesOn(id);
                outcome.streams(via == null ? chunks : new ViaChatStream(chunks, via), owner, threads.readers());
            }, outcome::failed);
            ChunkDrain.start(stream, first, threads);
        } else {
            ChunkDrain.start(stream, new WholeStreamSink(stream, outcome), threads);
        }
        calls.calledBy(exchange, stream);
        flow.begin(stream);
    }

    CachedAnswers cache() {
        return cache;
    }

    /** Sends a request; the call counts as open until it is said to have ended. */
    void send(OpenCall call, BoundRequest request, AnswerReceiver receiver) {
        GatewayRequest toSend = GatewayRequest.post(
                url, request.httpHeaders(), request.body(), request.streaming(), calls.limits(), request.expectedTokens());
        cache.send(toSend, call, request, receiver);
    }

    /** The gateway has counted what an answer took; the governor had to guess. */
    void settle(BoundRequest request, ChatCompletion answer, AnswerHead head) {
        Long taken = answer.usage() == null || head.cached() ? null : answer.usage().totalTokens();
        if (taken != null) {
            calls.correctTokens(taken - request.expectedTokens());
        }
    }
}
