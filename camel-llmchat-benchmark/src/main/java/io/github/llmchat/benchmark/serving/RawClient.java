package io.github.llmchat.benchmark.serving;

import java.util.function.Function;

import io.github.llmchat.benchmark.gateway.Prompt;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * An HTTP client that is cheaper than what it measures: any number of connections on the threads of half of the cores.
 */
final class RawClient implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));
    private final HttpClient client;

    /** @param connections as many as there are requests at once */
    RawClient(int connections) {
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
    }

    /**
     * {@return what the reader makes of the answer} Fails if the status is not 200.
     *
     * @param reader sets its handlers at once. It is called on the answer's event loop: to go on from another thread
     *               would miss what comes meanwhile
     */
    <T> Future<T> send(String url, Prompt prompt, boolean stream, Function<HttpClientResponse, Future<T>> reader) {
        // the text needs no escapes
        Buffer body = Buffer.buffer("{\"model\":\"m\",\"stream\":" + stream
                                    + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt.text() + "\"}]}");
        return client.request(new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url)
                .putHeader("Content-Type", "application/json"))
                .compose(request -> request.send(body).compose(response -> response.statusCode() == 200
                        ? reader.apply(response) : Future.failedFuture("status " + response.statusCode())));
    }

    /** Closes all connections, whatever they are doing. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
