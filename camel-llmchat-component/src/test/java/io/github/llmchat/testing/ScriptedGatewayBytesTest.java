package io.github.llmchat.testing;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a client finds on the wire. */
class ScriptedGatewayBytesTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n";
    private static final String CHUNKED_HEAD = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    @Test
    void eachEventIsOneHttpChunk() throws IOException {
        assertThat(answerTo(Script.sse().event("a").comment("b").done().closeAfterwards())).isEqualTo(
                CHUNKED_HEAD + "9\r\ndata: a\n\n\r\n" + "5\r\n: b\n\n\r\n" + "e\r\ndata: [DONE]\n\n\r\n" + "0\r\n\r\n");
    }

    @Test
    void everyLineOfAnEventIsADataLine() throws IOException {
        assertThat(answerTo(Script.sse().closeDelimited().event("a\nb"))).endsWith("\r\n\r\ndata: a\ndata: b\n\n");
    }

    @Test
    void splittingBeginsWhereItIsAskedForAndNeverWaitsForTheNextStep() throws IOException {
        assertThat(answerTo(Script.sse().raw("abc").splitEvery(2).raw("def").raw("gh").closeAfterwards())).isEqualTo(
                CHUNKED_HEAD + "3\r\nabc\r\n" + "2\r\nde\r\n" + "1\r\nf\r\n" + "2\r\ngh\r\n" + "0\r\n\r\n");
    }

    @Test
    void splittingCutsThroughCharacters() throws IOException {
        assertThat(answerTo(Script.sse().splitEvery(1).raw("é").closeAfterwards()))
                .isEqualTo(CHUNKED_HEAD + "1\r\n\u00c3\r\n" + "1\r\n\u00a9\r\n" + "0\r\n\r\n");
    }

    @Test
    void aCutStreamEndsWithoutTheLastChunk() throws IOException {
        assertThat(answerTo(Script.sse().raw("abc").cut())).isEqualTo(CHUNKED_HEAD + "3\r\nabc\r\n");
    }

    @Test
    void aStreamDelimitedByTheCloseSaysSo() throws IOException {
        assertThat(answerTo(Script.sse().raw("abc").closeDelimited())).isEqualTo(HEAD + "Connection: close\r\n\r\nabc");
    }

    @Test
    void aStreamCanBeReset() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().raw("abc").hold(read).reset());
        try (RawClient client = new RawClient(gateway)) {
            client.post("{}").readUntil("abc\r\n");
            read.countDown();
            assertThatThrownBy(client::readAll).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void aConnectionCanBeResetOrClosedBeforeTheHeaders() throws IOException {
        gateway.willAnswer(Script.resetBeforeHeaders(), Script.closeBeforeHeaders());
        try (RawClient first = new RawClient(gateway); RawClient second = new RawClient(gateway)) {
            first.post("{}");
            assertThatThrownBy(first::readAll).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            assertThat(second.post("{}").readAll()).isEmpty();
        }
    }

    @Test
    void garbageTakesThePlaceOfTheResponse() throws IOException {
        assertThat(answerTo(Script.garbage("220 smtp\r\n".getBytes(StandardCharsets.US_ASCII)))).isEqualTo("220 smtp\r\n");
    }

    @Test
    void aWholeAnswerCanBeCutWithinItsBody() throws IOException {
        assertThat(answerTo(Script.status(503).header("Retry-After", "1").body("text/plain", "later").cutAfter(2)))
                .isEqualTo("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Type: text/plain\r\n"
                           + "Content-Length: 5\r\n\r\nla");
    }

    @Test
    void aWholeAnswerCanBeFollowedByAnUnannouncedClose() throws IOException {
        assertThat(answerTo(Script.json("{}").closeAfterwards()))
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    private String answerTo(Script script) throws IOException {
        gateway.willAnswer(script);
        try (RawClient client = new RawClient(gateway)) {
            return client.post("{}").readAll();
        }
    }
}
