package io.github.llmchat.scenario.transport;

import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateProducerException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The scripted server is the proxy: it gets the request with the URL of a host that does not exist. */
class CallThroughAProxyTest {

    @RegisterExtension
    final ScriptedGateway proxy = new ScriptedGateway();

    @Test
    void goesToTheProxyWithTheGatewaysUrl() throws Exception {
        proxy.willAnswer(Script.answer("Hello"));
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();

            String answer = context.createProducerTemplate().requestBody(
                    "llmchat:m?baseUrl=http://gateway.invalid/v1&proxyHost=127.0.0.1&proxyPort=" + proxy.port(), "hi",
                    String.class);

            assertThat(answer).isEqualTo("Hello");
        }
        RecordedRequest request = proxy.requests().get(0);
        assertThat(request.path()).isEqualTo("http://gateway.invalid/v1/chat/completions");
        assertThat(request.header("Host")).isEqualTo("gateway.invalid");
    }

    @Test
    void needsThePort() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();

            assertThatThrownBy(() -> context.createProducerTemplate().requestBody("llmchat:m?proxyHost=127.0.0.1", "hi"))
                    .isInstanceOfAny(FailedToCreateProducerException.class, ResolveEndpointFailedException.class)
                    .hasStackTraceContaining("proxyPort").hasStackTraceContaining("1 to 65535");
        }
    }
}
