package io.github.llmchat.sse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.llmchat.sse.Seen.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SseParserBufferTest {

    private enum Kind {

        HEAP(bytes -> bytes),
        DIRECT(bytes -> ByteBuffer.allocateDirect(bytes.remaining()).put(bytes).flip()),
        READ_ONLY(ByteBuffer::asReadOnlyBuffer),
        /** Has an array offset, a position in front and a limit behind it. */
        WINDOW(bytes -> {
            int size = bytes.remaining();
            ByteBuffer wide = ByteBuffer.wrap(new byte[size + 10]);
            wide.put("data: x\n".getBytes(StandardCharsets.US_ASCII), 0, 3);
            return wide.slice().put((byte) 'd').put((byte) '\n').put(bytes).flip().position(2);
        });

        final UnaryOperator<ByteBuffer> from;

        Kind(UnaryOperator<ByteBuffer> from) {
            this.from = from;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsEveryCaseFromEveryKindOfBufferAndConsumesIt(Kind kind) {
        assertThat(SseCases.all()).allSatisfy(stream -> {
            Recorder recorder = new Recorder();
            ByteBuffer buffer = kind.from.apply(ByteBuffer.wrap(stream.bytes()));
            recorder.parser.feed(buffer);

            assertThat(recorder.seen).isEqualTo(stream.expected());
            assertThat(recorder.finish()).isEqualTo(stream.left());
            assertThat(buffer.hasRemaining()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsBuffersOfAnySize(Kind kind) {
        String first = "a\u4FEE".repeat(10_000);
        String second = "b".repeat(100_000);
        String stream = "data: " + first + "\ndata: " + second + "\n\nevent: e\ndata: " + second + "\n\ndata: c\n\n";
        Recorder recorder = new Recorder();
        recorder.parser.feed(kind.from.apply(ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8))));

        assertThat(recorder.seen).containsExactly(event(null, first + "\n" + second), event("e", second), event(null, "c"));
    }

    @Test
    void theArrayOfAnEventIsItsReceiversOwn() {
        List<SseEvent> events = new ArrayList<>();
        SseParser parser = new SseParser(100, events::add);
        byte[] stream = "data: abc\n\n".getBytes(StandardCharsets.US_ASCII);
        parser.feed(ByteBuffer.wrap(stream));
        parser.feed(ByteBuffer.wrap(stream, 0, 8));
        parser.feed(ByteBuffer.wrap(stream, 8, 3));
        parser.feed(ByteBuffer.wrap("data: xyz\ndata: 1\n\n".getBytes(StandardCharsets.US_ASCII)));

        events.get(0).data()[0] = '?';
        events.get(1).data()[1] = '?';
        assertThat(stream).asString(StandardCharsets.US_ASCII).isEqualTo("data: abc\n\n");
        assertThat(events).extracting(SseEvent::text).containsExactly("?bc", "a?c", "xyz\n1");
    }

    @Test
    void whatTheListenerThrowsComesOutOfFeed() {
        IllegalStateException broken = new IllegalStateException("broken");
        SseParser parser = new SseParser(100, event -> {
            throw broken;
        });
        ByteBuffer stream = ByteBuffer.wrap("data: a\n\n".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> parser.feed(stream)).isSameAs(broken);
    }
}
