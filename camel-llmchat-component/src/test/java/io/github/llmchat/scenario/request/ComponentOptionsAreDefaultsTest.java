package io.github.llmchat.scenario.request;

import java.util.Properties;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.LlmChatConfiguration;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ComponentOptionsAreDefaultsTest extends CamelMainTestSupport {

    /** Static, because the constructor of the superclass asks for the properties already. */
    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    @Override
    public Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("camel.component.llmchat.base-url", "http://127.0.0.1:" + GATEWAY.port() + "/");
        properties.setProperty("camel.component.llmchat.apiKey", "sk-component-0123456789");
        properties.setProperty("camel.component.llmchat.api-key-header", "api-key");
        properties.setProperty("camel.component.llmchat.vendor", "auto");
        properties.setProperty("camel.component.llmchat.additional-headers", "{\"X-Title\":\"demo\"}");
        properties.setProperty("camel.component.llmchat.temperature", "0.5");
        properties.setProperty("camel.component.llmchat.max-tokens", "100");
        properties.setProperty("camel.component.llmchat.additional-body", "{\"top_k\":40}");
        properties.setProperty("camel.component.llmchat.read-timeout", "30s");
        properties.setProperty("camel.component.llmchat.output", "json");
        return properties;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:defaults").to("llmchat:gpt-4o");
                from("direct:own")
                        .to("llmchat:gpt-4o?temperature=1&vendor=openai&output=text&additionalBodyProperty.top_p_x=1");
            }
        };
    }

    @BeforeEach
    void theGatewayAnswers() {
        GATEWAY.alwaysAnswers(Script.answer("Hello"));
    }

    @Test
    void forEveryEndpoint() {
        assertThat(template.requestBody("direct:defaults", "hi", String.class)).startsWith("{\"id\"");

        RecordedRequest request = GATEWAY.requests().get(0);
        assertThat(request.path()).isEqualTo("/v1/chat/completions");
        assertThat(request.header("api-key")).isEqualTo("sk-component-0123456789");
        assertThat(request.header("vendor")).isEqualTo("auto");
        assertThat(request.header("X-Title")).isEqualTo("demo");
        assertThat(request.json().path("temperature")).hasToString("0.5");
        assertThat(request.json().path("max_tokens")).hasToString("100");
        assertThat(request.json().path("top_k")).hasToString("40");
    }

    @Test
    void whichAnEndpointMayOverride() {
        assertThat(template.requestBody("direct:own", "hi", String.class)).isEqualTo("Hello");

        RecordedRequest request = GATEWAY.requests().get(0);
        assertThat(request.header("api-key")).isEqualTo("sk-component-0123456789");
        assertThat(request.header("vendor")).isEqualTo("openai");
        assertThat(request.json().path("temperature")).hasToString("1.0");
        assertThat(request.json().path("max_tokens")).hasToString("100");
        assertThat(request.json().path("top_p_x")).hasToString("1");
    }

    @Test
    void anEndpointsOptionsAreNotTheComponents() {
        LlmChatConfiguration configuration = context.getComponent("llmchat", LlmChatComponent.class).getConfiguration();

        assertThat(configuration.getReadTimeout()).isEqualTo(30_000);
        assertThat(configuration.getTemperature()).isEqualTo(0.5);
        assertThat(configuration.getAdditionalBodyProperty()).isEmpty();
    }
}
