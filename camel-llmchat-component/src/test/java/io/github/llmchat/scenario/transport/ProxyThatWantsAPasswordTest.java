package io.github.llmchat.scenario.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The scripted server is the proxy, for a gateway without TLS. */
class ProxyThatWantsAPasswordTest {

    private static final String PASSWORD = "pässword-987654";
    private static final String SENT = Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    final ScriptedGateway proxy = new ScriptedGateway();

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = { "streaming=false", "streaming=true&output=text" })
    void getsItWithTheFirstRequest(String option) {
        proxy.alwaysAnswers(
                option.contains("true") ? Script.sse().text("Hello").finish("stop").done() : Script.answer("Hello"));

        for (int call = 0; call < 2; call++) {
            assertThat(ask(option + credentials()).getMessage().getBody(String.class)).isEqualTo("Hello");
        }

        assertThat(proxy.requests()).hasSize(2);
        RecordedRequest request = proxy.requests().get(0);
        assertThat(request.path()).isEqualTo("http://gateway.invalid/v1/chat/completions");
        assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic " + SENT);
        assertThat(request.header("Authorization")).isEqualTo("Bearer sk-gateway-12345678");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Basic realm=\"corp\"", "Digest realm=\"corp\", nonce=\"1\"", "Negotiate", "" })
    void thatRefusesItIsNamedInTheFailure(String challenge) {
        proxy.alwaysAnswers(Script.status(407).header("Proxy-Authenticate", challenge)
                .body("text/html", "<p>wrong password " + PASSWORD + "</p>"));

        for (String sent : new String[] { "", credentials() }) {
            AuthenticationException failure = ask("streaming=false" + sent).getException(AuthenticationException.class);

            assertThat(failure).hasMessageContaining("proxy").hasMessageContaining("407")
                    .hasMessageContaining("proxyAuthUsername").hasMessageNotContaining(PASSWORD);
            assertThat(failure.httpStatus()).isEqualTo(407);
        }
        assertThat(proxy.requests()).hasSize(2);
    }

    @Test
    void doesNotBringItBackIntoFailures() {
        proxy.alwaysAnswers(Script.status(502).body("text/plain", "No way for me:" + PASSWORD + ", that is Basic " + SENT));

        ServerException failure = ask("maxRetries=0" + credentials()).getException(ServerException.class);

        assertThat(failure).hasMessageContaining("No way for me").hasMessageNotContaining(PASSWORD)
                .hasMessageNotContaining(SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "&proxyAuthUsername=me", "&proxyAuthPassword=pw-12345678" })
    void needsBoth(String one) {
        assertThatThrownBy(() -> ask("streaming=false" + one)).hasStackTraceContaining("set both or neither")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("pw-12345678"));
    }

    private static String credentials() {
        return "&proxyAuthUsername=me&proxyAuthPassword=RAW(" + PASSWORD + ")";
    }

    private Exchange ask(String options) {
        return context.createProducerTemplate().request(
                "llmchat:m?baseUrl=http://gateway.invalid/v1&apiKey=sk-gateway-12345678&proxyHost=127.0.0.1&proxyPort="
                                                        + proxy.port() + "&" + options,
                exchange -> exchange.getMessage().setBody("hi"));
    }
}
