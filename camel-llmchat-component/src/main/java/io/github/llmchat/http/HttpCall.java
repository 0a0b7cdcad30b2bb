package io.github.llmchat.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkSource;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * One call: takes the answer's bytes from HttpClient, gives the receiver what they mean, and ends exactly once, however
 * many of HttpClient's callbacks report the end. HttpClient calls it on I/O threads; timers and cancelling threads end
 * it too.
 */
final class HttpCall implements ChunkSource, AsyncResponseConsumer<Void>, FutureCallback<Void>, CallTimers.Owner {

    static final String ATTRIBUTE = "llmchat.call";

    private static final int MAX_INTERIM_RESPONSES = 1_000;

    private final GatewayRequest request;
    private final AnswerReceiver receiver;
    private final CallTimers timers;
    private final FailureMapping failures;
    private final Duration connectTimeout;
    private final AtomicBoolean over = new AtomicBoolean();
    private final RunningExchange exchange = new RunningExchange();

    private final Object lock = new Object();
    // guarded by lock
    private CapacityChannel withheld;

    private volatile AnswerBody body;
    // I/O thread's own
    private FutureCallback<Void> resultCallback;
    private int interimResponses;
    private volatile boolean inputEnded;

    HttpCall(GatewayRequest request, AnswerReceiver receiver, ScheduledExecutorService scheduler, Duration connectTimeout) {
        this.request = request;
        this.receiver = receiver;
        this.connectTimeout = connectTimeout;
        this.failures = new FailureMapping(request, connectTimeout);
        this.timers = new CallTimers(request.limits(), request.stream(), scheduler, this);
    }

    void started(Future<Void> running) {
        if (exchange.started(running)) {
            timers.start();
        }
    }

    /** Called by HttpClient when it has no connection yet. A tunnel through a proxy is one only when it stands. */
    static void beforeConnect(
            HttpRequest request, AsyncEntityProducer entity, AsyncExecChain.Scope scope, AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        HttpCall call = of(scope.clientContext);
        call.exchange.runtime(scope.execRuntime);
        if (scope.route.isTunnelled()) {
            call.timers.connecting(call.connectTimeout);
        }
        chain.proceed(request, entity, scope, callback);
    }

    /** Keeps what can close the connection; called by HttpClient before each attempt to send the request. */
    static void beforeTransport(
            HttpRequest request, AsyncEntityProducer entity, AsyncExecChain.Scope scope, AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        HttpCall call = of(scope.clientContext);
        call.exchange.runtime(scope.execRuntime);
        if (call.over.get()) {
            scope.execRuntime.discardEndpoint();
            throw new RequestNotExecutedException("The call was ended before it was sent");
        }
        call.timers.connected();
        chain.proceed(request, entity, scope, callback);
    }

    static boolean isOver(HttpContext context) {
        return of(context).over.get();
    }

    static URI url(HttpContext context) {
        return of(context).request.url();
    }

    private static HttpCall of(HttpContext context) {
        return (HttpCall) context.getAttribute(ATTRIBUTE);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws IOException {
        timers.bytes();
        if (++interimResponses > MAX_INTERIM_RESPONSES) {
            throw new IOException("More than " + MAX_INTERIM_RESPONSES + " interim responses");
        }
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> result) {
        timers.bytes();
        resultCallback = result;
        if (response.getCode() < 300) {
            AnswerHead head = ResponseHeaders.head(request, response);
            failures.answered(head);
            receiver.head(head);
        }
        body = AnswerBodies.of(request, response, entity, receiver, timers);
        if (entity == null) {
            streamEnd(null);
        }
    }

    @Override
    public void consume(ByteBuffer src) throws IOException {
        if (over.get()) {
            src.position(src.limit());
            throw new RequestNotExecutedException("The call has ended");
        }
        timers.bytes();
        try {
            body.consume(src);
        } catch (RuntimeException e) {
            end(failures.ofReading(e));
            throw new IOException("The answer can't be read on", e);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        synchronized (lock) {
            // together: a reader may resume as soon as it can
            timers.paused(true);
            withheld = channel;
        }
        if (receiver.hasRoom()) {
            resume();
        }
    }

    @Override
    public void resume() {
        CapacityChannel channel;
        synchronized (lock) {
            channel = withheld;
            withheld = null;
            if (channel == null) {
                return;
            }
            timers.paused(false);
        }
        try {
            channel.update(ChatClient.WINDOW);
        } catch (IOException e) {
            end(failures.ofTransport(e));
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        inputEnded = true;
        resultCallback.completed(null);
    }

    @Override
    public void releaseResources() {
        // on a broken stream this comes before failed(): only a body that has ended is a success
        if (inputEnded && over.compareAndSet(false, true)) {
            timers.stop();
            body.end(receiver);
        }
        AnswerBody begun = body;
        if (begun != null) {
            begun.release();
        }
    }

    @Override
    public void failed(Exception cause) {
        brokenOff(failures.ofTransport(cause));
    }

    private void brokenOff(AnswerFailure transport) {
        AnswerBody begun = body;
        end(begun == null ? transport : begun.brokenOff(transport));
    }

    @Override
    public void completed(Void result) {
        // not yet: releaseResources follows when the connection is back in the pool, for the caller's next call
    }

    @Override
    public void cancelled() {
        end(failures.ofTransport(new IOException("The request was cancelled")));
    }

    @Override
    public void abort() {
        if (over.compareAndSet(false, true)) {
            timers.stop();
            exchange.discard();
        }
    }

    @Override
    public void endWithin(Duration grace) {
        timers.endWithin(grace);
    }

    @Override
    public void endAfterSilence(Duration grace) {
        timers.endAfterSilence(grace);
    }

    @Override
    public void graceOver() {
        if (over.compareAndSet(false, true)) {
            timers.stop();
            exchange.discard();
            receiver.streamEnd(null);
        }
    }

    @Override
    public void timedOut(ChatTimeoutException.Timeout which, Duration after) {
        brokenOff(failures.ofTimeout(which, after));
    }

    private void end(AnswerFailure failure) {
        if (over.compareAndSet(false, true)) {
            timers.stop();
            exchange.discard();
            if (inputEnded) {
                body.end(receiver);
            } else {
                receiver.failed(failure);
            }
        }
    }
}
