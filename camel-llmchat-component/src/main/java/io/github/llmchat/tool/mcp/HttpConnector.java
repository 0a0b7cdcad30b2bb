package io.github.llmchat.tool.mcp;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Consumer;

import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;

/**
 * Servers that are reached by HTTP, through the SDK's transports. One HTTP client serves all connections to a server.
 */
final class HttpConnector {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final McpServer server;
    private final McpSettings settings;
    private final HttpClient client;

    private HttpConnector(McpServer server, McpSettings settings) {
        this.server = server;
        this.settings = settings;
        Duration connect = settings.timeout().compareTo(LONGEST_CONNECT) < 0 ? settings.timeout() : LONGEST_CONNECT;
        // no redirects: the key belongs to this server
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect).build();
    }

    static Connector sse(McpServer server, McpSettings settings) {
        return new HttpConnector(server, settings)::sse;
    }

    static Connector streamable(McpServer server, McpSettings settings) {
        return new HttpConnector(server, settings)::streamable;
    }

    private McpClientTransport sse(Consumer<McpFailure> gone) {
        // all answers come over the one stream
        return HttpClientSseClientTransport.builder(base()).sseEndpoint(path("/sse")).jsonMapper(new McpJson())
                .clientBuilder(giving(new BoundedHttpClient(client, settings, gone)))
                .customizeRequest(this::prepare).build();
    }

    private McpClientTransport streamable(Consumer<McpFailure> gone) {
        // its stream is for notifications only; servers need not have one
        return HttpClientStreamableHttpTransport.builder(base()).endpoint(path("/mcp")).jsonMapper(new McpJson())
                .clientBuilder(giving(new BoundedHttpClient(client, settings, end -> {
                }))).customizeRequest(this::prepare).build();
    }

    private void prepare(HttpRequest.Builder request) {
        request.timeout(settings.answerLimit());
        server.headers().forEach(request::setHeader);
    }

    private String base() {
        return server.url().getScheme() + "://" + server.url().getRawAuthority();
    }

    private String path(String usual) {
        URI url = server.url();
        String path = url.getRawPath() == null || url.getRawPath().length() < 2 ? usual : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The SDK builds its client itself. */
    private static HttpClient.Builder giving(HttpClient client) {
        return (HttpClient.Builder) Proxy.newProxyInstance(
                HttpConnector.class.getClassLoader(), new Class<?>[] { HttpClient.Builder.class },
                (builder, method, arguments) -> method.getName().equals("build") ? client : builder);
    }
}
