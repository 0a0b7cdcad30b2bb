package io.github.llmchat.scenario.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody listens where the base URL points. */
class RefusedConnectionTest extends GatewayScenario {

    @ParameterizedTest
    @ValueSource(strings = { "streaming=false", "streaming=true", "streaming=true&output=text" })
    void theMessageSaysWhereToLook(String options) throws IOException {
        int port = freePort();
        Exchange exchange = ask("llmchat:m?baseUrl=http://127.0.0.1:" + port + "/v1&apiKey=" + KEY + "&" + options);
        ConnectionException failure = exchange.getException(ConnectionException.class);
        assertThat(failure).hasMessageContaining("127.0.0.1:" + port).hasMessageContaining("baseUrl");
        assertThat(failure.url()).isEqualTo("http://127.0.0.1:" + port + "/v1/chat/completions");
    }

    @Test
    void anUnknownHostIsSaidToBeUnknown() {
        Exchange exchange = ask("llmchat:m?baseUrl=http://no-such-host.invalid/v1&apiKey=" + KEY);
        assertThat(exchange.getException(ConnectionException.class)).hasMessageContaining("unknown")
                .hasMessageContaining("no-such-host.invalid");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
