package io.github.llmchat.scenario.faults;

import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.scenario.faults.UnreachableGateway.Reception;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody listens, or TLS fails. */
class UnreachableGatewayTest {

    @RegisterExtension
    static final FaultRoutes ROUTES = new FaultRoutes();

    private static final Ending BROKEN = Ending.failure(ConnectionException.class);

    static Stream<Arguments> brokenHandshakes() {
        Map<String, Reception> receptions = new TreeMap<>(
                Map.of(
                        "closed", UnreachableGateway::close, "reset", UnreachableGateway::reset,
                        "HTTP", UnreachableGateway::speakHttp, "garbage", UnreachableGateway::saySomethingElse,
                        "no certificate", UnreachableGateway::haveNoCertificate));
        return receptions.entrySet().stream().flatMap(
                entry -> Stream.of(Taking.values()).map(way -> Arguments.of(entry.getKey(), entry.getValue(), way)));
    }

    @ParameterizedTest
    @EnumSource
    void refused(Taking way) throws Exception {
        try (Socket closed = UnreachableGateway.closedPort()) {
            String url = "http://127.0.0.1:" + closed.getLocalPort() + "/v1";
            BROKEN.check(way, ROUTES.ask(way, url, "maxRetries=0"));
            BROKEN.check(way, ROUTES.ask(way, url, "maxRetries=2"));
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("brokenHandshakes")
    void theHandshakeFails(String name, Reception reception, Taking way) throws Exception {
        try (UnreachableGateway gateway = new UnreachableGateway(reception)) {
            String url = "https://127.0.0.1:" + gateway.port() + "/v1";
            BROKEN.check(way, ROUTES.ask(way, url, "maxRetries=0"));
            assertThat(gateway.connections()).isEqualTo(1);

            Asked asked = ROUTES.ask(way, url, "maxRetries=2");
            BROKEN.check(way, asked);
            boolean tls = asked.failure().getCause() instanceof SSLException;
            assertThat(gateway.connections()).as("connections, TLS failures are not tried again").isEqualTo(tls ? 2 : 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHandshakeStalls(Taking way) throws Exception {
        try (UnreachableGateway gateway = new UnreachableGateway(UnreachableGateway::stall)) {
            String url = "https://127.0.0.1:" + gateway.port() + "/v1";
            Asked asked = ROUTES.ask(way, url, "connectTimeout=250&maxRetries=0");
            Ending.timeout(Timeout.CONNECT).check(way, asked);
        }
    }
}
