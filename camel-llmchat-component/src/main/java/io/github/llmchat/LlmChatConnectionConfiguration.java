package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * Options of the connection to a gateway: address, key, TLS, proxy.
 *
 * <p>
 * Camel sets them while a component or endpoint starts; they are not to be changed afterwards.
 */
@UriParams
public abstract class LlmChatConnectionConfiguration extends LlmChatServerConfiguration {

    /** The base URL of OpenAI's own API: the only one for which the environment's API key is used. */
    static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";

    @UriParam(label = "connection", defaultValue = "https://api.openai.com/v1",
              description = "Base URL of the gateway, to which /chat/completions is added. A URL without a path gets /v1, "
                            + "one with a path is used as it is, a trailing / is dropped.")
    private String baseUrl = DEFAULT_BASE_URL;

    @UriParam(label = "connection",
              description = "Value of the HTTP header vendor, with which some gateways choose the upstream provider, for "
                            + "example auto, openai or anthropic. Sent only when set. The header CamelLlmChatVendor "
                            + "overrides it.")
    private String vendor;

    @UriParam(label = "connection", secret = true, multiValue = true, prefix = "additionalHeader.",
              description = "Further HTTP headers of each call, one option each: additionalHeader.X-Title=demo. "
                            + "Authorization, Cookie and names that hold key, token or secret are refused, because Camel "
                            + "prints these options in endpoint URIs. In the YAML DSL and in properties files names lose "
                            + "their dashes: use additionalHeaders there.")
    private Map<String, Object> additionalHeader = new LinkedHashMap<>();

    @UriParam(label = "connection", secret = true, javaType = "java.lang.Object",
              description = "Further HTTP headers of each call: a JSON object as text, or a Map in the registry "
                            + "(#bean:name). Where a name is also in additionalHeader, this one counts. The same names are "
                            + "refused. The header CamelLlmChatAdditionalHeaders adds to them and overrides them.")
    private Object additionalHeaders;

    @UriParam(label = "proxy",
              description = "Host name of the HTTP proxy to go through. Without it the gateway is called directly.")
    private String proxyHost;

    @UriParam(label = "proxy",
              description = "Port of the HTTP proxy, 1 to 65535. Required when proxyHost is set.")
    private Integer proxyPort;

    @UriParam(label = "proxy", secret = true,
              description = "User name at the HTTP proxy, sent to it as HTTP Basic authentication. Needs proxyAuthPassword.")
    private String proxyAuthUsername;

    @UriParam(label = "proxy", secret = true,
              description = "Password at the HTTP proxy. Needs proxyAuthUsername.")
    private String proxyAuthPassword;

    @UriParam(label = "security", secret = true,
              description = "API key of the gateway. Without it, and only if baseUrl is the default, the environment "
                            + "variable OPENAI_API_KEY is used.")
    private String apiKey;

    @UriParam(label = "security", defaultValue = "Authorization",
              description = "Name of the HTTP header that carries the API key. Authorization sends it as Bearer token, any "
                            + "other name (for example api-key) sends the bare key.")
    private String apiKeyHeader = "Authorization";

    @UriParam(label = "security",
              description = "TLS settings of the connection to the gateway: trusted certificates, client certificate, "
                            + "protocols. Without it, the Java runtime's settings.")
    private SSLContextParameters sslContextParameters;

    @UriParam(label = "connection", javaType = "java.time.Duration", defaultValue = "10000",
              description = "How long opening a connection may take, the TLS handshake included. 0 means without limit.")
    private long connectTimeout = 10_000;

    /** {@return the gateway's base URL, to which {@code /chat/completions} is added} */
    public String getBaseUrl() {
        return baseUrl;
    }

    /** @param baseUrl the gateway's base URL, to which {@code /chat/completions} is added */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** {@return the value of the HTTP header {@code vendor}, or null to send none} */
    public String getVendor() {
        return vendor;
    }

    /** @param vendor the value of the HTTP header {@code vendor}, or null to send none */
    public void setVendor(String vendor) {
        this.vendor = vendor;
    }

    /** {@return further HTTP headers of each call, name to value} */
    public Map<String, Object> getAdditionalHeader() {
        return additionalHeader;
    }

    /** @param additionalHeader further HTTP headers of each call, name to value */
    public void setAdditionalHeader(Map<String, Object> additionalHeader) {
        this.additionalHeader = additionalHeader;
    }

    /** {@return further HTTP headers: a JSON object as text or a {@code Map}, or null} */
    public Object getAdditionalHeaders() {
        return additionalHeaders;
    }

    /** @param additionalHeaders further HTTP headers: a JSON object as text or a {@code Map}, or null */
    public void setAdditionalHeaders(Object additionalHeaders) {
        this.additionalHeaders = additionalHeaders;
    }

    /** {@return the HTTP proxy to go through, or null to connect directly} */
    public String getProxyHost() {
        return proxyHost;
    }

    /** @param proxyHost the HTTP proxy to go through, or null to connect directly */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    /** {@return the port of the HTTP proxy, or null} */
    public Integer getProxyPort() {
        return proxyPort;
    }

    /** @param proxyPort the port of the HTTP proxy, or null */
    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    /** {@return the user name at the HTTP proxy, or null if it asks for none} */
    public String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    /** @param proxyAuthUsername the user name at the HTTP proxy, or null if it asks for none */
    public void setProxyAuthUsername(String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    /** {@return the password at the HTTP proxy, or null if it asks for none} */
    public String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    /** @param proxyAuthPassword the password at the HTTP proxy, or null if it asks for none */
    public void setProxyAuthPassword(String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    /** {@return the gateway's API key, or null to send none} */
    public String getApiKey() {
        return apiKey;
    }

    /** @param apiKey the gateway's API key, or null to send none */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    /** {@return the name of the HTTP header that carries the API key} */
    public String getApiKeyHeader() {
        return apiKeyHeader;
    }

    /** @param apiKeyHeader the name of the HTTP header that carries the API key */
    public void setApiKeyHeader(String apiKeyHeader) {
        this.apiKeyHeader = apiKeyHeader;
    }

    /** {@return the TLS settings, or null for those of the Java runtime} */
    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** @param sslContextParameters the TLS settings, or null for those of the Java runtime */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    /** {@return how long opening a connection may take, in milliseconds} */
    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** @param connectTimeout how long opening a connection may take, in milliseconds */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }
}
