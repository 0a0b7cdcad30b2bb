package io.github.llmchat.benchmark.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.llmchat.benchmark.loadserver.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A read may end at any byte. */
class FloorReadsCutAnswersTest {

    private static final String EVENT = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"grün\"}}]}\n\n";
    private static final String END = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String JSON = "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"grün\"}}]}";

    private final FloorRoute route = new FloorRoute();
    private final FloorAnswer answer = new FloorAnswer(route);
    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final Tally tally = new Tally();

    FloorReadsCutAnswersTest() throws Exception {
    }

    @AfterEach
    void stop() {
        route.close();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 5, 8, 13, 64, 200, 4000 })
    void events(int read) throws IOException {
        // the second HTTP chunk ends within an event, and within a character
        byte[] two = (EVENT + EVENT).getBytes(StandardCharsets.UTF_8);
        int cut = new String(two, StandardCharsets.ISO_8859_1).indexOf('\u00c3') + 1;
        String stream = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(bytes(EVENT), 0, bytes(EVENT).length)
                        + chunk(two, 0, cut) + chunk(two, cut, two.length) + chunk(bytes(END), 0, bytes(END).length)
                        + chunk(bytes("data: [DONE]\n\n"), 0, 14) + "0\r\n\r\n";

        receive(stream, read, 3);
        // on the same connection
        receive(stream, read, 3);

        assertThat(tally.complete()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 5, 8, 13, 64, 200, 4000 })
    void answersThatAreNotStreamed(int read) throws IOException {
        receive("HTTP/1.1 200 OK\r\nContent-Length: " + bytes(JSON).length + "\r\nServer: x\r\n\r\n"
                + new String(bytes(JSON), StandardCharsets.ISO_8859_1), read, 1);

        assertThat(tally.complete()).isEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String chunk(byte[] bytes, int from, int to) {
        return Integer.toHexString(to - from) + "\r\n" + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
               + "\r\n";
    }

    private void receive(String octets, int read, int chunks) throws IOException {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        Call call = new Call(new Script(chunks, 0, 24, 0), chunks, tally, () -> {
        });
        answer.begin(call);
        boolean complete = false;
        for (int from = 0; from < bytes.length; from += read) {
            assertThat(complete).as("complete after %d of %d bytes", from, bytes.length).isFalse();
            buffer.clear();
            answer.restore(buffer);
            buffer.put(bytes, from, Math.min(read, bytes.length - from));
            complete = answer.read(buffer.array(), buffer.position());
        }
        assertThat(complete).isTrue();
        call.ended(null);
    }
}
