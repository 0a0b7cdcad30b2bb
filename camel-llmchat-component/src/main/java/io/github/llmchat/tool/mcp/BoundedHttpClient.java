package io.github.llmchat.tool.mcp;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The HTTP client that the SDK's transports get: answers have a longest length and a longest duration, refusals are
 * told by their status without the body, and the end of an event stream is noticed.
 */
final class BoundedHttpClient extends HttpClient {

    private static final int FIRST_ERROR_STATUS = 400;

    private final HttpClient client;
    private final McpSettings settings;
    private final Consumer<McpFailure> streamEnded;

    BoundedHttpClient(HttpClient client, McpSettings settings, Consumer<McpFailure> streamEnded) {
        this.client = client;
        this.settings = settings;
        this.streamEnded = streamEnded;
    }

    private <T> BodyHandler<T> bounded(HttpRequest request, BodyHandler<T> handler) {
        return info -> {
            if (info.statusCode() >= FIRST_ERROR_STATUS) {
                return new RefusedBody<>(info.statusCode());
            }
            boolean events = info.headers().firstValue("Content-Type").orElse("").contains("text/event-stream");
            BoundedBody<T> body = new BoundedBody<>(handler.apply(info), events);
            if (request.method().equals("GET")) {
                body.whenEnded(streamEnded);
            } else {
                body.endAfter(settings);
            }
            return body;
        };
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException, InterruptedException {
        return client.send(request, bounded(request, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return client.sendAsync(request, bounded(request, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushPromiseHandler) {
        return client.sendAsync(request, bounded(request, handler), pushPromiseHandler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
