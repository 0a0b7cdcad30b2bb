package io.github.llmchat.benchmark.gateway;

import java.util.Set;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;

/** One answer with its fault. For the event loop of its connection. */
final class FaultyAnswer {

    private static final int SLOW_MILLIS = 20;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Prompt prompt;
    private final boolean stream;
    private final Set<Integer> refusedOnce;

    FaultyAnswer(Vertx vertx, HttpServerRequest request, Prompt prompt, boolean stream, Set<Integer> refusedOnce) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.prompt = prompt;
        this.stream = stream;
        this.refusedOnce = refusedOnce;
    }

    void send() {
        switch (prompt.fault()) {
            case NONE -> good();
            case SLOW -> slow();
            case CUT -> half(() -> request.connection().close());
            case RESET -> half(this::reset);
            case MUTE -> {
                // the client is to lose its patience
            }
            case STALL -> half(() -> {
            });
            case BUSY -> busy();
            case DOWN -> error(500, "server_error");
            case MALFORMED -> malformed();
        }
    }

    private void good() {
        head();
        if (stream) {
            for (int chunk = 0; chunk < prompt.chunks(); chunk++) {
                response.write(piece(chunk));
            }
            response.end(Wire.streamEnd());
        } else {
            response.end(Wire.whole(LoadText.whole(prompt.number(), prompt.chunks())));
        }
    }

    private void slow() {
        if (stream) {
            head();
            slowPiece(0);
        } else {
            later(this::good);
        }
    }

    private void slowPiece(int chunk) {
        if (response.closed()) {
            return;
        }
        if (chunk == prompt.chunks()) {
            response.end(Wire.streamEnd());
            return;
        }
        response.write(piece(chunk));
        later(() -> slowPiece(chunk + 1));
    }

    private void half(Runnable then) {
        head();
        if (stream) {
            for (int chunk = 0; chunk < prompt.chunks() / 2; chunk++) {
                response.write(piece(chunk));
            }
        } else {
            Buffer whole = Wire.whole(LoadText.whole(prompt.number(), prompt.chunks()));
            response.write(whole.slice(0, whole.length() / 2));
        }
        later(then);
    }

    /** Closes with RST instead of FIN. */
    private void reset() {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    private void busy() {
        if (refusedOnce.remove(prompt.number())) {
            good();
        } else {
            refusedOnce.add(prompt.number());
            response.putHeader("Retry-After", "0.05");
            error(429, "rate_limit_exceeded");
        }
    }

    private void malformed() {
        head();
        response.end(stream ? piece(0).appendString("data: {\"choices\":[{\n\n") : Buffer.buffer("{\"choices\":[{"));
    }

    private void error(int status, String type) {
        response.setStatusCode(status).putHeader("Content-Type", "application/json").end(Wire.error(type));
    }

    private void head() {
        response.setChunked(true).putHeader("Content-Type", stream ? "text/event-stream" : "application/json");
    }

    private Buffer piece(int chunk) {
        return Wire.chunk(LoadText.piece(prompt.number(), chunk));
    }

    private void later(Runnable then) {
        vertx.setTimer(SLOW_MILLIS, timer -> then.run());
    }
}
