package io.github.llmchat.scenario.transport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.ConnectionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Mutual TLS: the gateway talks to who has the right certificate only. */
class GatewayThatAsksForACertificateTest {

    private static final String STREAM = """
            data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @TempDir
    Path folder;
    private final CamelContext context = new DefaultCamelContext();
    private Path right;

    @BeforeEach
    void make() throws Exception {
        right = TestKeys.make(folder, "client");
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @EnumSource(names = { "FORCE_HTTP_1", "NEGOTIATE" })
    void answersWhoHasIt(HttpVersionPolicy policy) throws Exception {
        try (TlsGateway gateway = gateway(policy)) {
            Exchange exchange = ask(gateway, TestKeys.parameters(gateway.keyStore(), right));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "FORCE_HTTP_1", "NEGOTIATE" })
    void failsWithWhatToCheckForWhoHasNone(HttpVersionPolicy policy) throws Exception {
        try (TlsGateway gateway = gateway(policy)) {
            assertRefused(gateway, ask(gateway, TestKeys.parameters(gateway.keyStore(), null)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "FORCE_HTTP_1", "NEGOTIATE" })
    void failsWithWhatToCheckForWhoHasAnother(HttpVersionPolicy policy) throws Exception {
        try (TlsGateway gateway = gateway(policy)) {
            Path other = TestKeys.make(folder, "other");

            assertRefused(gateway, ask(gateway, TestKeys.parameters(gateway.keyStore(), other)));
        }
    }

    private TlsGateway gateway(HttpVersionPolicy policy) throws Exception {
        return new TlsGateway(
                folder, policy, "text/event-stream", right, out -> out.write(STREAM.getBytes(StandardCharsets.UTF_8)));
    }

    private Exchange ask(TlsGateway gateway, SSLContextParameters ssl) {
        LlmChatComponent component = context.getComponent("llmchat", LlmChatComponent.class);
        component.getConfiguration().setBaseUrl(gateway.baseUrl());
        component.getConfiguration().setSslContextParameters(ssl);
        return context.createProducerTemplate().request("llmchat:m?streaming=true&output=text&maxRetries=0",
                exchange -> exchange.getMessage().setBody("hi"));
    }

    private static void assertRefused(TlsGateway gateway, Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(ConnectionException.class)
                .hasMessageContaining(gateway.baseUrl()).hasMessageContaining("keyManagers")
                .hasMessageContaining("sslContextParameters");
        assertThat(gateway.versions()).isEmpty();
    }
}
