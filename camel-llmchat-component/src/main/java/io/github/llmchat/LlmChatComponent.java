package io.github.llmchat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;

import io.github.llmchat.cache.CacheAccess;
import io.github.llmchat.cache.CompletionCache;
import io.github.llmchat.http.ChatClient;
import io.github.llmchat.http.ConnectionSettings;
import io.github.llmchat.http.Governor;
import io.github.llmchat.http.Timing;
import io.github.llmchat.stream.OpenCalls;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.URISupport;

/**
 * The component of the scheme {@code llmchat}. Its options are the defaults of all its endpoints; it owns what they
 * share: the HTTP clients (one for each set of connection settings), the threads, and the list of running calls. Camel
 * starts and stops it; its methods may be called from any thread.
 */
@Component("llmchat")
@ManagedResource(description = "LLM chat component")
public class LlmChatComponent extends DefaultComponent implements SSLContextParametersAware {

    @Metadata(description = "The options that all endpoints of this component start from.")
    private LlmChatConfiguration configuration = new LlmChatConfiguration();

    @Metadata(label = "security", defaultValue = "false",
              description = "Whether endpoints without TLS settings of their own use Camel's global ones.")
    private boolean useGlobalSslContextParameters;

    private final Map<ConnectionSettings, ChatClient> clients = new ConcurrentHashMap<>();
    private final Map<SSLContextParameters, SSLContext> sslContexts = new ConcurrentHashMap<>();
    private final Map<GovernorKey, Governor> governors = new ConcurrentHashMap<>();
    private final Map<CompletionCache, CacheAccess> caches = new ConcurrentHashMap<>();
    private final OpenCalls openCalls = new OpenCalls();
    private final Callers callers = new Callers();
    private final ModelCatalogue catalogue = new ModelCatalogue(System::nanoTime);
    private final ModelServers servers = new ModelServers(this);
    private volatile LlmChatThreads threads;

    /** Made by Camel when a route first uses the scheme. */
    public LlmChatComponent() {
    }

    /** @param context the context that this component belongs to */
    public LlmChatComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        ModelName.check(remaining, parameters);
        // a Pipe's RAW(..) reaches Kamelets as it stands on Camel K, and they put theirs around it
        URISupport.resolveRawParameterValues(parameters);
        LlmChatConfiguration endpointConfiguration = configuration.copy();
        boolean ownKey = parameters.containsKey("apiKey");
        endpointConfiguration.getAdditionalHeader()
                .putAll(PropertiesHelper.extractProperties(parameters, "additionalHeader."));
        endpointConfiguration.getAdditionalBodyProperty()
                .putAll(PropertiesHelper.extractProperties(parameters, "additionalBodyProperty."));
        endpointConfiguration.getAdditionalResponseHeader()
                .putAll(PropertiesHelper.extractProperties(parameters, "additionalResponseHeader."));
        endpointConfiguration.getMcpServer().putAll(PropertiesHelper.extractProperties(parameters, "mcpServer."));
        if (parameters.get("apiKeys") instanceof String keys && keys.startsWith("#")) {
            // looked up at each request: a Map that Camel looked up now could not be replaced
            endpointConfiguration.setApiKeys(keys);
            parameters.remove("apiKeys");
        }
        LlmChatEndpoint endpoint = new LlmChatEndpoint(uri, this, remaining, endpointConfiguration);
        setProperties(endpoint, parameters);
        if (!ownKey && !GatewayUrl.sameServer(endpointConfiguration.getBaseUrl(), configuration.getBaseUrl())) {
            // the component's key belongs to the component's gateway
            endpointConfiguration.setApiKey(null);
        }
        return endpoint;
    }

    /** The client for these settings; made at its first use, closed with the component. */
    ChatClient client(LlmChatConfiguration options) throws Exception {
        SSLContextParameters ssl = options.getSslContextParameters();
        if (ssl == null && useGlobalSslContextParameters) {
            ssl = retrieveGlobalSslContextParameters();
        }
        SSLContext context = ssl == null ? null : sslContext(ssl);
        ConnectionSettings settings = CallSettings.connection(options, context);
        return clients.computeIfAbsent(settings, key -> new ChatClient(key, threads().timers()));
    }

    /** What lets calls to this gateway with this key go; shared by all endpoints that have the same limits. */
    Governor governor(LlmChatConfiguration options) {
        return governors.computeIfAbsent(
                GovernorKey.of(options),
                key -> new Governor(key.limits(), Timing.of(threads().timers()), threads().readers()));
    }

    /** What asks this cache; all endpoints that have it know together whether it is down. */
    CacheAccess cache(CompletionCache cache) {
        return caches.computeIfAbsent(cache, key -> new CacheAccess(
                key, threads().cache(), threads().readers(), threads()::after, System::nanoTime));
    }

    private SSLContext sslContext(SSLContextParameters parameters) throws Exception {
        SSLContext context = sslContexts.get(parameters);
        if (context == null) {
            context = parameters.createSSLContext(getCamelContext());
            SSLContext earlier = sslContexts.putIfAbsent(parameters, context);
            context = earlier == null ? context : earlier;
        }
        return context;
    }

    LlmChatThreads threads() {
        LlmChatThreads current = threads;
        if (current == null) {
            synchronized (this) {
                if (threads == null) {
                    threads = new LlmChatThreads(getCamelContext(), this, callers);
                }
                current = threads;
            }
        }
        return current;
    }

    Callers callers() {
        return callers;
    }

    OpenCalls calls() {
        return openCalls;
    }

    ModelCatalogue catalogue() {
        return catalogue;
    }

    ModelServers servers() {
        return servers;
    }

    @Override
    protected void doStop() throws Exception {
        openCalls.cancelAll("the component was stopped");
        clients.values().forEach(ChatClient::close);
        clients.clear();
        sslContexts.clear();
        governors.clear();
        caches.clear();
        synchronized (this) {
            if (threads != null) {
                threads.stop();
                threads = null;
            }
        }
        // a call that had just begun, too, whose timers will not come any more
        openCalls.cancelAll("the component was stopped");
        super.doStop();
    }

    /**
     * Cancels a running call: its connection is closed, so that the gateway stops generating, and its exchange fails
     * with a {@link io.github.llmchat.error.StreamCancelledException}.
     *
     * @param  streamId the stream's id, as in the header {@code CamelLlmChatStreamId}
     * @return          false if no such stream runs (any more)
     */
    @ManagedOperation(description = "Cancels a running stream by its id")
    public boolean cancelStream(String streamId) {
        LlmChatThreads running = threads;
        return running != null && openCalls.cancel(streamId, "cancelStream was called", running);
    }

    /** {@return the number of streams that are still coming or not yet read to their end} */
    @ManagedAttribute(description = "Streams that are still coming or not yet read to their end")
    public int getOpenStreams() {
        return openCalls.openStreams();
    }

    /** {@return the number of calls that have not ended, streamed or not} */
    @ManagedAttribute(description = "Calls that have not ended, streamed or not")
    public int getOpenCalls() {
        return openCalls.openCalls();
    }

    /** {@return the number of connections that a call uses now} */
    @ManagedAttribute(description = "Connections that a call uses now")
    public int getLeasedConnections() {
        return clients.values().stream().mapToInt(ChatClient::leasedConnections).sum();
    }

    /** {@return the number of chunks that have arrived and wait for their routes, over all streams} */
    @ManagedAttribute(description = "Chunks that have arrived and wait for their routes")
    public int getBufferedChunks() {
        return openCalls.bufferedChunks();
    }

    /** {@return the number of requests that wait until limits or the gateway let them go} */
    @ManagedAttribute(description = "Requests that wait until limits or the gateway let them go")
    public int getWaitingRequests() {
        return governors.values().stream().mapToInt(Governor::waiting).sum();
    }

    /** {@return the number of requests of clients, to routes that are models, that have not had their whole answer} */
    @ManagedAttribute(description = "Requests of clients that have not had their whole answer")
    public int getServedRequests() {
        return servers.openCalls();
    }

    /** {@return the number of answers that came from a cache of completions} */
    @ManagedAttribute(description = "Answers that came from a cache of completions")
    public long getCacheHits() {
        return caches.values().stream().mapToLong(CacheAccess::hits).sum();
    }

    /** {@return the number of answers that were looked for in a cache of completions, and not found} */
    @ManagedAttribute(description = "Answers that were looked for in a cache of completions, and not found")
    public long getCacheMisses() {
        return caches.values().stream().mapToLong(CacheAccess::misses).sum();
    }

    /** {@return the number of HTTP clients, one for each set of connection settings in use} */
    @ManagedAttribute(description = "HTTP clients, one for each set of connection settings in use")
    public int getHttpClients() {
        return clients.size();
    }

    /** {@return the options that all endpoints start from} */
    public LlmChatConfiguration getConfiguration() {
        return configuration;
    }

    /** @param configuration the options that all endpoints start from */
    public void setConfiguration(LlmChatConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
