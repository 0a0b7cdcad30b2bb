package io.github.llmchat.scenario.transport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.ConnectionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's own TLS settings are used where the component is told so, and where an endpoint has none. */
class GlobalTlsSettingsTest {

    private static final String ANSWER = """
            {"id":"1","object":"chat.completion","model":"m",\
            "choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}""";

    @TempDir
    Path folder;
    private final CamelContext context = new DefaultCamelContext();
    private TlsGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new TlsGateway(
                folder, HttpVersionPolicy.NEGOTIATE, "application/json",
                out -> out.write(ANSWER.getBytes(StandardCharsets.UTF_8)));
        context.setSSLContextParameters(TestKeys.parameters(gateway.keyStore(), null));
        context.start();
        component().getConfiguration().setBaseUrl(gateway.baseUrl());
        component().getConfiguration().setMaxRetries(0);
    }

    @AfterEach
    void stop() {
        context.stop();
        gateway.close();
    }

    @Test
    void areUsedIfTheComponentIsToldSo() {
        component().setUseGlobalSslContextParameters(true);

        assertThat(ask().getMessage().getBody(String.class)).isEqualTo("Hello");
    }

    @Test
    void areNotUsedOtherwise() {
        assertThat(ask().getException()).isInstanceOf(ConnectionException.class).hasMessageContaining("sslContextParameters");
    }

    @Test
    void stepBackBehindAnEndpointsOwn() throws Exception {
        component().setUseGlobalSslContextParameters(true);
        component().getConfiguration()
                .setSslContextParameters(TestKeys.parameters(TestKeys.make(folder, "another"), null));

        assertThat(ask().getException()).isInstanceOf(ConnectionException.class);
    }

    @Test
    void areTurnedIntoOneContextAndOneClient() {
        component().setUseGlobalSslContextParameters(true);

        ask();
        context.createProducerTemplate().requestBody("llmchat:other?temperature=1", "hi");

        assertThat(component().getHttpClients()).isEqualTo(1);
    }

    private Exchange ask() {
        return context.createProducerTemplate().request("llmchat:m", exchange -> exchange.getMessage().setBody("hi"));
    }

    private LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }
}
