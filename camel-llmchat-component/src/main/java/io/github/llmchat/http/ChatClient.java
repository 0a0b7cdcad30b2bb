package io.github.llmchat.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkSource;
import org.apache.hc.client5.http.ContextBuilder;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Internal. One HTTP client for one set of connection settings, shared by all endpoints that have the same. HTTP/2 is
 * used where the server offers it over TLS. Thread-safe; no method waits for the network. Who made it closes it.
 */
public final class ChatClient implements AutoCloseable {

    static final int WINDOW = 16 * 1024;
    /** Of each connection, in each direction. */
    static final int BUFFER = 4096;

    /** Far beyond what gateways send; HttpCore's own default is none, so that a head could grow without end. */
    private static final int MAX_LINE_LENGTH = 64 * 1024;
    private static final int MAX_HEADERS = 1_000;

    /** The limits that matter belong to the users; the pool's own defaults (5 and 25) would be a hidden queue. */
    private static final int MAX_CONNECTIONS = 65_535;
    private static final TimeValue SHUTDOWN_TIME = TimeValue.ofSeconds(2);
    /** After a peak, connections are not kept for months; most servers close idle ones after a minute or so. */
    private static final long IDLE_SECONDS = 60;

    private final CloseableHttpAsyncClient client;
    private final PoolingAsyncClientConnectionManager connections;
    private final ConnectionSettings settings;
    private final ScheduledExecutorService timers;
    private final Timing timing;
    private final Future<?> sweep;

    /**
     * @param timers runs the timeouts; stays the caller's
     */
    public ChatClient(ConnectionSettings settings, ScheduledExecutorService timers) {
        this.settings = settings;
        this.timers = timers;
        this.timing = Timing.of(timers);
        this.connections = connections(settings);
        this.client = client(settings, connections);
        client.start();
        // our own timer: HttpClient would start a thread for it
        this.sweep = timers.scheduleWithFixedDelay(
                () -> closeIdle(TimeValue.ofSeconds(IDLE_SECONDS)), IDLE_SECONDS, IDLE_SECONDS, TimeUnit.SECONDS);
    }

    /** Closes connections that no call has used for this long. */
    void closeIdle(TimeValue time) {
        connections.closeExpired();
        connections.closeIdle(time);
    }

    private static PoolingAsyncClientConnectionManager connections(ConnectionSettings settings) {
        PoolingAsyncClientConnectionManagerBuilder builder = PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .build());
        if (settings.sslContext() != null) {
            builder.setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(settings.sslContext()).buildAsync());
        }
        return builder.build();
    }

    private static CloseableHttpAsyncClient client(
            ConnectionSettings settings, PoolingAsyncClientConnectionManager connections) {
        StaleConnections stale = new StaleConnections();
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setThreadFactory(new DefaultThreadFactory("llmchat-io", true))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                        .setTcpNoDelay(true)
                        .setSoKeepAlive(true)
                        .setSelectInterval(TimeValue.ofMilliseconds(250))
                        .build())
                .setHttp1Config(Http1Config.custom().setBufferSize(BUFFER).setInitialWindowSize(WINDOW)
                        .setMaxLineLength(MAX_LINE_LENGTH).setMaxHeaderCount(MAX_HEADERS).build())
                .setIoSessionDecorator(ReadGate::new)
                .setDefaultRequestConfig(RequestConfig.custom()
                        // our own timers know which pauses are ours
                        .setResponseTimeout(Timeout.DISABLED)
                        .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                        // a gateway that redirects to itself is told by the number
                        .setCircularRedirectsAllowed(true)
                        .build())
                .setRetryStrategy(stale)
                .setConnectionReuseStrategy(stale)
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "llmchat-connect", HttpCall::beforeConnect)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "llmchat-abort", HttpCall::beforeTransport)
                .setUserAgent("camel-llmchat")
                .disableCookieManagement()
                .disableAuthCaching()
                .setRedirectStrategy(new SameServerRedirects())
                .disableConnectionState();
        if (settings.proxy() != null) {
            builder.setProxy(host(settings.proxy()));
        }
        return builder.build();
    }

    private static HttpHost host(Proxy proxy) {
        return new HttpHost(proxy.host(), proxy.port());
    }

    /**
     * Sends a request when it is its turn, again if need be. The receiver is told everything, on I/O and timer threads,
     * a connection that can't be had included; what is known at once, on this thread.
     */
    public ChunkSource call(GatewayRequest request, AnswerReceiver receiver, CallPolicy policy) {
        Proxy proxy = settings.proxy();
        GatewayRequest sent = proxy == null ? request : request.withSecrets(proxy.secrets());
        GatewayCall call = new GatewayCall(sent, receiver, policy, timing, this::send);
        call.start();
        return call;
    }

    private void send(GatewayRequest request, AnswerReceiver receiver) {
        HttpCall call = new HttpCall(request, receiver, timers, settings.connectTimeout());
        // the answer may be there before this method returns
        receiver.source(call);
        SimpleHttpRequest message = SimpleHttpRequest.create(request.method(), request.url());
        request.headers().forEach(message::setHeader);
        HttpClientContext context = context();
        context.setAttribute(HttpCall.ATTRIBUTE, call);
        AsyncEntityProducer entity = request.hasBody()
                ? AsyncEntityProducers.create(request.body(), ContentType.APPLICATION_JSON) : null;
        Future<Void> future = client.execute(new BasicRequestProducer(message, entity), call, null, context, call);
        call.started(future);
    }

    /** Credentials go with the first request: an answer that asks for them would cost sending the prompt twice. */
    private HttpClientContext context() {
        Proxy proxy = settings.proxy();
        if (proxy == null || !proxy.wantsCredentials()) {
            return HttpClientContext.create();
        }
        return ContextBuilder.create().preemptiveBasicAuth(
                host(proxy), new UsernamePasswordCredentials(proxy.username(), proxy.password().toCharArray())).build();
    }

    /** Connections that are in use by a call now. */
    public int leasedConnections() {
        return connections.getTotalStats().getLeased();
    }

    /**
     * Closes all connections; calls that still run fail. The I/O threads are given a moment to close what is theirs,
     * because closing it under them makes HttpCore log an error now and then.
     */
    @Override
    public void close() {
        sweep.cancel(false);
        client.initiateShutdown();
        try {
            client.awaitShutdown(SHUTDOWN_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }
}
