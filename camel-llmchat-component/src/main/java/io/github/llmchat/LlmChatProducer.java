package io.github.llmchat;

import java.net.URI;

import io.github.llmchat.http.CallLimits;
import io.github.llmchat.http.ChatClient;
import io.github.llmchat.http.ChatPost;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkDrain;
import io.github.llmchat.stream.ChunkStream;
import io.github.llmchat.stream.FirstChunk;
import io.github.llmchat.stream.OpenCall;
import io.github.llmchat.stream.OpenCalls;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Sends one request for each exchange and lets the caller go: the exchange goes on, on the component's pool, when the
 * answer is there. When the producer stops, the calls that still run are cancelled and their exchanges completed.
 */
final class LlmChatProducer extends DefaultAsyncProducer {

    private final LlmChatEndpoint endpoint;
    private final LlmChatConfiguration options;
    private final OpenCalls ownCalls = new OpenCalls();

    private RequestBinding requestBinding;
    private ResponseBinding responseBinding;
    private CallLimits limits;
    private URI url;
    private ChatClient client;
    private ChunkTarget chunkTarget;

    LlmChatProducer(LlmChatEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        requestBinding = new RequestBinding(endpoint);
        responseBinding = new ResponseBinding(options);
        limits = CallSettings.limits(options);
        CallSettings.atLeastOne("chunkBuffer", options.getChunkBuffer());
        url = GatewayUrl.of(options.getBaseUrl(), "/chat/completions");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = endpoint.getComponent().client(options);
        if (options.getChunksTo() != null) {
            chunkTarget = ChunkTarget.resolve(endpoint.getCamelContext(), options.getChunksTo());
            chunkTarget.start();
        }
    }

    @Override
    protected void doStop() throws Exception {
        ownCalls.cancelAll("the route or the context was stopped");
        if (chunkTarget != null) {
            chunkTarget.stop();
        }
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            BoundRequest request = requestBinding.bind(exchange);
            Outcome outcome = new Outcome(exchange, callback, request, responseBinding);
            if (request.streaming()) {
                stream(exchange, request, outcome);
            } else {
                askWhole(request, outcome);
            }
            return false;
        } catch (Exception e) {
            // nothing was sent
            Outcome.fail(exchange, e);
            callback.done(true);
            return true;
        }
    }

    private void askWhole(BoundRequest request, Outcome outcome) {
        PlainCall call = new PlainCall(newId(), outcome, threads(), this::ended);
        send(call, request, call);
    }

    private void stream(Exchange exchange, BoundRequest request, Outcome outcome) {
        String id = newId();
        ChunkStream stream = new ChunkStream(id, options.getChunkBuffer(), () -> ended(id));
        if (chunkTarget != null) {
            ChunkExchanges exchanges = new ChunkExchanges(exchange, id, options, chunkTarget);
            ChunkDrain.start(stream, new ChunkRouteSink(stream, exchanges, chunkTarget, outcome), threads());
        } else if (request.output() == LlmChatOutput.stream) {
            StreamExchange owner = new StreamExchange(exchange, stream, responseBinding);
            FirstChunk first = new FirstChunk(
                    stream, threads(), owner, chunks -> outcome.streams(chunks, owner, threads().readers()), outcome::failed);
            ChunkDrain.start(stream, first, threads());
        } else {
            ChunkDrain.start(stream, new WholeStreamSink(stream, outcome), threads());
        }
        send(stream, request, stream);
    }

    private void send(OpenCall call, BoundRequest request, AnswerReceiver receiver) {
        ownCalls.add(call);
        endpoint.getComponent().calls().add(call);
        try {
            ChatPost post = new ChatPost(url, request.httpHeaders(), request.body(), request.streaming(), limits);
            client.call(post, receiver);
        } catch (RuntimeException e) {
            ended(call.id());
            throw e;
        }
    }

    private void ended(String id) {
        ownCalls.remove(id);
        endpoint.getComponent().calls().remove(id);
    }

    private String newId() {
        return endpoint.getCamelContext().getUuidGenerator().generateExchangeUuid();
    }

    private LlmChatThreads threads() {
        return endpoint.getComponent().threads();
    }
}
