package io.github.llmchat.benchmark.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** The server of one event loop; those of all loops share a port. */
final class GatewayServer extends AbstractVerticle {

    /** All clients come at once; the system's own limit (Linux: net.core.somaxconn) holds as well. */
    private static final int BACKLOG = 16_384;

    private final Duration interval;
    private final Gate gate;
    private final GatewayCounters counters;
    private final AtomicInteger port;
    private final Set<Integer> refusedOnce;
    private PacedStreams streams;

    /**
     * @param port        of the first server, 0 until that listens
     * @param refusedOnce the calls that were told to come again, of all servers
     */
    GatewayServer(Duration interval, Gate gate, GatewayCounters counters, AtomicInteger port, Set<Integer> refusedOnce) {
        this.interval = interval;
        this.gate = gate;
        this.counters = counters;
        this.port = port;
        this.refusedOnce = refusedOnce;
    }

    @Override
    public void start(Promise<Void> started) {
        streams = new PacedStreams(vertx, interval);
        streams.start();
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port.get()).setAcceptBacklog(BACKLOG);
        vertx.createHttpServer(options)
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body)))
                .listen()
                .onSuccess(server -> port.set(server.actualPort()))
                .<Void> mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request, Buffer body) {
        JsonObject json = body.toJsonObject();
        Prompt prompt = Prompt.read(json.getJsonArray("messages").getJsonObject(0).getString("content"));
        boolean stream = json.getBoolean("stream", false);
        if (prompt.fault() != null) {
            new FaultyAnswer(vertx, request, prompt, stream, refusedOnce).send();
            return;
        }
        request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        PacedStream answer = new PacedStream(request.response(), prompt.number(), prompt.chunks(), counters);
        gate.pass(() -> streams.add(answer));
    }
}
