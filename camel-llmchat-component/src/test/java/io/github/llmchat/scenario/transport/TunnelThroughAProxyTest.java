package io.github.llmchat.scenario.transport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.StreamCancelledException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A gateway behind TLS is reached through a tunnel, of which the proxy sees the outside only. */
class TunnelThroughAProxyTest {

    private static final String PASSWORD = "proxy-password-987654";
    private static final String BASIC
            = "Basic " + Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String REFUSED = """
            HTTP/1.1 407 Proxy Authentication Required\r
            Proxy-Authenticate: Basic realm="corp"\r
            Content-Length: 5\r
            \r
            wrong""";
    private static final String STREAM = """
            data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @TempDir
    Path folder;
    private final CamelContext context = new DefaultCamelContext();
    private TlsGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new TlsGateway(
                folder, HttpVersionPolicy.NEGOTIATE, "text/event-stream",
                out -> out.write(STREAM.getBytes(StandardCharsets.UTF_8)));
        context.start();
        component().getConfiguration().setBaseUrl(gateway.baseUrl());
        component().getConfiguration().setSslContextParameters(TestKeys.parameters(gateway.keyStore(), null));
        component().getConfiguration().setMaxRetries(0);
        component().getConfiguration().setApiKey("sk-gateway-12345678");
    }

    @AfterEach
    void stop() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(component().getOpenCalls()).isZero();
            assertThat(component().getLeasedConnections()).isZero();
        });
        context.stop();
        gateway.close();
    }

    @Test
    void carriesTheCallAndLeavesThePasswordAtTheProxy() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(head -> head.contains(BASIC) ? "HTTP/1.1 200 OK\r\n\r\n" : REFUSED)) {
            for (int call = 0; call < 2; call++) {
                assertThat(ask(proxy, PASSWORD).getMessage().getBody(String.class)).isEqualTo("Hello");
            }

            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0)).startsWith("CONNECT localhost:").doesNotContain("sk-gateway");
            assertThat(gateway.headers()).contains("authorization").doesNotContain("proxy-authorization");
        }
    }

    @Test
    void isNotDugForWhoHasAWrongPassword() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(head -> REFUSED)) {
            AuthenticationException failure = ask(proxy, "another-password").getException(AuthenticationException.class);

            assertThat(failure).hasMessageContaining("proxyAuthPassword").hasMessageNotContaining("another-password");
            assertThat(failure.httpStatus()).isEqualTo(407);
            assertThat(gateway.headers()).isEmpty();
        }
    }

    @Test
    void countsAsConnecting() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(head -> null)) {
            component().getConfiguration().setConnectTimeout(300);

            ChatTimeoutException failure = ask(proxy, PASSWORD).getException(ChatTimeoutException.class);

            assertThat(failure.timeout()).isEqualTo(ChatTimeoutException.Timeout.CONNECT);
            assertThat(proxy.clientClosed().await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void isGivenUpWithTheCall() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(head -> null)) {
            Future<Exchange> asking = context.createProducerTemplate().asyncSend(uri(proxy, PASSWORD),
                    exchange -> exchange.getMessage().setBody("hi"));
            await().atMost(Duration.ofSeconds(30)).until(() -> proxy.heads().size() == 1);

            component().stop();

            assertThat(asking.get(30, TimeUnit.SECONDS).getException()).isInstanceOf(StreamCancelledException.class);
            assertThat(proxy.clientClosed().await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Exchange ask(TunnelProxy proxy, String password) {
        return context.createProducerTemplate().request(uri(proxy, password),
                exchange -> exchange.getMessage().setBody("hi"));
    }

    private static String uri(TunnelProxy proxy, String password) {
        return "llmchat:m?streaming=true&output=text&proxyHost=127.0.0.1&proxyPort=" + proxy.port()
               + "&proxyAuthUsername=me&proxyAuthPassword=" + password;
    }

    private LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }
}
