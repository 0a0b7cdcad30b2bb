package io.github.llmchat.scenario.transport;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.ConnectionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GatewayBehindTlsTest {

    private static final String ANSWER = """
            {"id":"1","object":"chat.completion","model":"m",\
            "choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "FORCE_HTTP_1, HTTP/1.1", "NEGOTIATE, HTTP/2.0" })
    void streamsChunkByChunkWithTheVersionThatTheServerOffers(HttpVersionPolicy policy, String version) throws Exception {
        CountDownLatch firstProcessed = new CountDownLatch(1);
        List<String> chunks = new CopyOnWriteArrayList<>();
        try (TlsGateway gateway = new TlsGateway(folder, policy, "text/event-stream", out -> {
            out.write(event("\"delta\":{\"role\":\"assistant\",\"content\":\"Hel\"}"));
            out.flush();
            if (!firstProcessed.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The first chunk was not processed before the second was sent");
            }
            out.write(event("\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\""));
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }); CamelContext context = new DefaultCamelContext()) {
            LlmChatComponent component = trusting(context, gateway);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ask").to("llmchat:m?chunksTo=direct:chunk");
                    from("direct:chunk").process(chunk -> {
                        chunks.add(chunk.getMessage().getBody(String.class));
                        firstProcessed.countDown();
                    });
                }
            });
            context.start();

            for (int i = 0; i < 3; i++) {
                assertThat(context.createProducerTemplate().requestBody("direct:ask", "hi", String.class)).isEqualTo("Hello");
            }

            assertThat(chunks).startsWith("Hel", "lo");
            assertThat(gateway.versions()).hasSize(3).containsOnly(version);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(component.getOpenCalls()).isZero());
        }
    }

    @ParameterizedTest
    @CsvSource({ "FORCE_HTTP_1", "NEGOTIATE" })
    void answersWhole(HttpVersionPolicy policy) throws Exception {
        try (TlsGateway gateway = new TlsGateway(
                folder, policy, "application/json", out -> out.write(ANSWER.getBytes(StandardCharsets.UTF_8)));
             CamelContext context = new DefaultCamelContext()) {
            trusting(context, gateway);
            context.start();

            assertThat(context.createProducerTemplate().requestBody("llmchat:m", "hi", String.class)).isEqualTo("Hello");
        }
    }

    @Test
    void isRefusedIfItsCertificateIsNotTrusted() throws Exception {
        try (TlsGateway gateway = new TlsGateway(
                folder, HttpVersionPolicy.NEGOTIATE, "application/json",
                out -> out.write(ANSWER.getBytes(StandardCharsets.UTF_8)));
             CamelContext context = new DefaultCamelContext()) {
            context.start();

            Exchange exchange = context.createProducerTemplate().request(
                    "llmchat:m?apiKey=sk-secret-123456&baseUrl=" + gateway.baseUrl(), e -> e.getMessage().setBody("hi"));

            assertThat(exchange.getException()).isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("sslContextParameters").hasMessageContaining("trustManagers")
                    .hasMessageNotContaining("sk-secret");
            assertThat(gateway.versions()).isEmpty();
        }
    }

    private static LlmChatComponent trusting(CamelContext context, TlsGateway gateway) {
        LlmChatComponent component = context.getComponent("llmchat", LlmChatComponent.class);
        component.getConfiguration().setBaseUrl(gateway.baseUrl());
        component.getConfiguration().setSslContextParameters(TestKeys.parameters(gateway.keyStore(), null));
        return component;
    }

    private static byte[] event(String choice) {
        return ("data: {\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0," + choice + "}]}\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
