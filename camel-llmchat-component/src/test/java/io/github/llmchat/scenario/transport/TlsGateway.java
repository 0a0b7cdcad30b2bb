package io.github.llmchat.scenario.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.ssl.BasicServerTlsStrategy;
import org.apache.hc.core5.http.nio.support.classic.AbstractClassicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.reactor.ssl.SSLSessionInitializer;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;

/** A gateway behind TLS, with HTTP/1.1 or HTTP/2, and a certificate that only its own key store knows. */
final class TlsGateway implements AutoCloseable {

    /** Writes the body of an answer. */
    interface Answer {
        void write(OutputStream out) throws Exception;
    }

    private final Path keyStore;
    private final HttpAsyncServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final int port;

    TlsGateway(Path folder, HttpVersionPolicy versions, String contentType, Answer answer) throws Exception {
        this(folder, versions, contentType, null, answer);
    }

    /** @param clients the certificate that a client must have, in a key store; null if it needs none */
    TlsGateway(Path folder, HttpVersionPolicy versions, String contentType, Path clients, Answer answer) throws Exception {
        keyStore = TestKeys.make(folder, "gateway");
        SSLContextBuilder keys = SSLContexts.custom()
                .loadKeyMaterial(keyStore, TestKeys.PASSWORD.toCharArray(), TestKeys.PASSWORD.toCharArray());
        if (clients != null) {
            keys.loadTrustMaterial(clients, TestKeys.PASSWORD.toCharArray());
        }
        SSLContext context = keys.build();
        SSLSessionInitializer asking = (endpoint, engine) -> engine.setNeedClientAuth(clients != null);
        server = H2ServerBootstrap.bootstrap()
                .setVersionPolicy(versions)
                // the other one would offer HTTP/2 in the handshake, whatever the policy says
                .setTlsStrategy(versions == HttpVersionPolicy.FORCE_HTTP_1
                        ? new BasicServerTlsStrategy(context, asking, null) : new H2ServerTlsStrategy(context, asking, null))
                .register("*", () -> new Handler(contentType, answer))
                .create();
        server.start();
        ListenerEndpoint listener = server.listen(new InetSocketAddress("127.0.0.1", 0), URIScheme.HTTPS).get();
        port = ((InetSocketAddress) listener.getAddress()).getPort();
    }

    /** Where its certificate is. */
    Path keyStore() {
        return keyStore;
    }

    String baseUrl() {
        return "https://localhost:" + port + "/v1";
    }

    /** The HTTP version of each request. */
    List<String> versions() {
        return versions;
    }

    /** The names of the header fields of all requests, in lower case. */
    List<String> headers() {
        return headers;
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
        executor.shutdownNow();
    }

    private final class Handler extends AbstractClassicServerExchangeHandler {

        private final String contentType;
        private final Answer answer;

        Handler(String contentType, Answer answer) {
            super(1, executor);
            this.contentType = contentType;
            this.answer = answer;
        }

        @Override
        protected void handle(
                HttpRequest request, InputStream requestBody, HttpResponse response, OutputStream out, HttpContext context)
                throws IOException {
            requestBody.readAllBytes();
            versions.add(String.valueOf(request.getVersion()));
            request.headerIterator().forEachRemaining(header -> headers.add(header.getName().toLowerCase(Locale.ROOT)));
            response.setHeader("Content-Type", ContentType.parse(contentType).toString());
            try {
                answer.write(out);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
            out.close();
        }
    }
}
