package io.github.llmchat.scenario.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that does not take the connection: its queue of new connections is full. */
class ConnectTimeoutTest extends GatewayScenario {

    private final List<Socket> queued = new ArrayList<>();
    private ServerSocket full;

    @BeforeEach
    void fillTheQueue() throws IOException {
        full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        boolean room = true;
        while (room) {
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 300);
            } catch (SocketTimeoutException e) {
                room = false;
            }
        }
    }

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        full.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "streaming=false", "streaming=true", "streaming=true&output=text", "streaming=true&readTimeout=50" })
    void theFailureNamesTheOption(String options) {
        String url = "http://127.0.0.1:" + full.getLocalPort() + "/v1";
        Exchange exchange = ask("llmchat:m?baseUrl=" + url + "&apiKey=" + KEY + "&connectTimeout=200&" + options);
        ChatTimeoutException failure = exchange.getException(ChatTimeoutException.class);
        assertThat(failure).isNotNull();
        assertThat(failure.timeout()).isEqualTo(ChatTimeoutException.Timeout.CONNECT);
        assertThat(failure).hasMessageContaining("connectTimeout").hasMessageContaining("200 ms");
        assertThat(failure.url()).isEqualTo(url + "/chat/completions");
    }
}
