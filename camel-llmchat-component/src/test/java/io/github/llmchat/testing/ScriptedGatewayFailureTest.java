package io.github.llmchat.testing;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What makes a test fail that uses the gateway. */
@Timeout(60)
class ScriptedGatewayFailureTest {

    private final ScriptedGateway gateway = new ScriptedGateway();

    @Test
    void aRequestWithoutAScript() throws IOException {
        assertThat(answer()).startsWith("HTTP/1.1 501 ").contains("no_script");
        assertThatThrownBy(gateway::close).isInstanceOf(AssertionError.class)
                .hasMessageContaining("no script for POST /v1/chat/completions on connection 1, 2 bytes");
    }

    @Test
    void aStepThatThrows() throws IOException {
        IllegalStateException thrown = new IllegalStateException("from the step");
        gateway.willAnswer(Script.sse().then(() -> {
            throw thrown;
        }));
        assertThat(answer()).endsWith("chunked\r\n\r\n");
        assertThatThrownBy(gateway::close).isInstanceOf(AssertionError.class).hasCause(thrown);
    }

    @Test
    void aRequestThatIsNotHttp() throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            assertThat(client.send("hello\r\n").readAll()).isEmpty();
        }
        assertThatThrownBy(gateway::close).hasMessageContaining("not a request line: hello");
    }

    @Test
    void aResetReportsAFailureOnce() throws IOException {
        answer();
        assertThatThrownBy(gateway::reset).isInstanceOf(AssertionError.class);
        int port = gateway.port();
        gateway.reset();
        assertThat(gateway.port()).isEqualTo(port);
        assertThat(gateway.requests()).isEmpty();
        gateway.close();
    }

    @Test
    void requestsThatDoNotCome() {
        assertThatThrownBy(() -> gateway.awaitRequests(1, Duration.ofMillis(20))).isInstanceOf(AssertionError.class)
                .hasMessage("expected 1 requests within 20 ms, got 0: []");
        gateway.close();
    }

    private String answer() throws IOException {
        try (RawClient client = new RawClient(gateway)) {
            return client.send("POST /v1/chat/completions HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                    .readAll();
        }
    }
}
