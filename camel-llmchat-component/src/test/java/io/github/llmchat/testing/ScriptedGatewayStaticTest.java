package io.github.llmchat.testing;

import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that lives as long as the test class. */
class ScriptedGatewayStaticTest {

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    private static int port;

    @BeforeAll
    static void rememberThePort() {
        port = GATEWAY.port();
    }

    @RepeatedTest(2)
    void itKeepsItsPortAndForgetsTheRest() throws IOException {
        assertThat(GATEWAY.port()).isEqualTo(port);
        assertThat(GATEWAY.requests()).isEmpty();
        assertThat(GATEWAY.connectionsAccepted()).isZero();
        assertThat(GATEWAY.openConnections()).isZero();
        GATEWAY.willAnswer(Script.json("1"), Script.json("never asked for"));
        try (RawClient client = new RawClient(GATEWAY)) {
            assertThat(client.post("{}").readUntil("\r\n\r\n1")).contains(" 200 ");
        }
    }
}
