package io.github.llmchat;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options of {@code from("llmchat:…")}: how a route is served as a model.
 *
 * <p>
 * Camel sets them while a component or endpoint starts; they are not to be changed afterwards.
 */
@UriParams
public abstract class LlmChatServerConfiguration {

    @UriParam(label = "consumer", defaultValue = "/v1",
              description = "Path of the API on the runtime's HTTP server: chats are at path/chat/completions, the list of "
                            + "models at path/models. Routes with the same path share it.")
    private String path = "/v1";

    @UriParam(label = "consumer,security", secret = true,
              description = "The keys with which clients may use the model, each with the name of its client: "
                            + "alice=sk-1,bob=sk-2, a JSON object as text, or a Map in the registry (#bean:name), which may "
                            + "change while the route runs. The name is in the header CamelLlmChatClient. Without keys, "
                            + "everybody may use the model.")
    private String apiKeys;

    @UriParam(label = "consumer", defaultValue = "33554432",
              description = "Bytes that the body of a request may have, 1 or more; a larger one is refused with status 413. "
                            + "Images and files in a request count with a third more than they have.")
    private int maxRequestSize = 32 * 1024 * 1024;

    @UriParam(label = "consumer", javaType = "java.time.Duration", defaultValue = "15000",
              description = "After this time without an event, a streamed answer gets a comment, so that proxies keep the "
                            + "connection open. If the route has not answered by then, the stream begins with it, and what "
                            + "fails later is an event instead of a status. 0 means never.")
    private long keepAliveInterval = 15_000;

    /** {@return the path of the API on the runtime's HTTP server} */
    public String getPath() {
        return path;
    }

    /** @param path the path of the API on the runtime's HTTP server */
    public void setPath(String path) {
        this.path = path;
    }

    /** {@return the clients' names and keys, or the name of a bean; null if everybody may use the model} */
    public String getApiKeys() {
        return apiKeys;
    }

    /** @param apiKeys the clients' names and keys, or the name of a bean; null if everybody may use the model */
    public void setApiKeys(String apiKeys) {
        this.apiKeys = apiKeys;
    }

    /** {@return bytes that the body of a request may have} */
    public int getMaxRequestSize() {
        return maxRequestSize;
    }

    /** @param maxRequestSize bytes that the body of a request may have */
    public void setMaxRequestSize(int maxRequestSize) {
        this.maxRequestSize = maxRequestSize;
    }

    /** {@return the silence after which a streamed answer gets a comment, in milliseconds, 0 for never} */
    public long getKeepAliveInterval() {
        return keepAliveInterval;
    }

    /**
     * @param keepAliveInterval the silence after which a streamed answer gets a comment, in milliseconds, 0 for never
     */
    public void setKeepAliveInterval(long keepAliveInterval) {
        this.keepAliveInterval = keepAliveInterval;
    }
}
