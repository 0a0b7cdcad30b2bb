package io.github.llmchat.clients;

import java.time.Duration;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes that are models, for clients that know nothing of them but URL, key and name. */
abstract class ClientScenario extends CamelTestSupport {

    static final Duration SOON = Duration.ofSeconds(30);
    static final String KEY = "sk-alice-0123456789";
    static final String CALL = "{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\","
                               + "\"arguments\":\"{\\\"city\\\":\\\"Oslo\\\"}\"}}";
    static final String WHOLE_CALL = "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
                                     + "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                                     + CALL
                                     + "]},\"finish_reason\":\"tool_calls\"}]}";

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private VertxPlatformHttpServer server;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        created.addService(server);
        return created;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String gatewayOptions = "?maxRetries=0&baseUrl=" + gateway.baseUrl();
                String keys = "?apiKeys=alice=" + KEY;
                from("llmchat:up" + keys).to("llmchat:*" + gatewayOptions);
                from("llmchat:lively" + keys + "&keepAliveInterval=20").to("llmchat:*" + gatewayOptions);
                from("llmchat:org/echo" + keys).setBody(simple("You said: ${body}"));
                from("llmchat:pieces" + keys).process(exchange -> exchange.getMessage()
                        .setBody(java.util.List.of("one ", "two ", "three").iterator()));
            }
        };
    }

    final String url() {
        return "http://127.0.0.1:" + server.getPort() + "/v1";
    }

    /** What the gateway says with different failures; the route is not retried, so that clients see each. */
    final void fails(int status, String code) {
        gateway.alwaysAnswers(Script.error(status, "some_type", code, "said the gateway"));
    }

    @AfterEach
    void everythingIsGivenBack() {
        LlmChatComponent component = context.getComponent("llmchat", LlmChatComponent.class);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(component.getServedRequests()).as("served requests").isZero();
            assertThat(component.getOpenCalls()).as("open calls").isZero();
        });
    }
}
