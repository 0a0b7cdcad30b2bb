package io.github.llmchat.sse;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the bytes that the feeding thread allocates, which is what a copy or a buffer costs, without a clock.
 */
class SseParserMemoryTest {

    private static final int MEGABYTE = 1024 * 1024;
    /** Loading classes and the like on a first call. */
    private static final int SLACK = 200 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<SseEvent> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = { ": ", "id: ", "retry:", "unknown: ", "name without an end " })
    void anEndlessLineThatIsIgnoredCostsNothing(String begin) {
        SseParser parser = new SseParser(1024, events::add);
        ByteBuffer endless = bytes("x".repeat(MEGABYTE));
        parser.feed(bytes(begin));

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            parser.feed(endless.rewind());
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(SLACK);

        parser.feed(bytes("\ndata: a\n\n"));
        assertThat(events).extracting(SseEvent::text).containsExactly("a");
    }

    @Test
    void linesThatAreIgnoredMakeNoGarbage() {
        SseParser parser = new SseParser(1024, events::add);
        ByteBuffer lines = bytes(": keep-alive\n\nid: 1\nretry: 2\r\nunknown: 3\n".repeat(20_000));

        long before = threads.getCurrentThreadAllocatedBytes();
        parser.feed(lines);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(SLACK);
    }

    @Test
    void anEventThatLiesWholeInTheBufferIsCopiedOnce() {
        SseParser parser = new SseParser(10 * MEGABYTE, events::add);
        ByteBuffer stream = bytes("data: " + "x".repeat(4 * MEGABYTE) + "\n\n");

        long before = threads.getCurrentThreadAllocatedBytes();
        parser.feed(stream);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(4L * MEGABYTE, 4L * MEGABYTE + SLACK);
        assertThat(events).singleElement().satisfies(event -> assertThat(event.data()).hasSize(4 * MEGABYTE));
    }

    @Test
    void aLineOfManyMegabytesInSmallPiecesIsCopiedAFewTimesOnly() {
        SseParser parser = new SseParser(64 * MEGABYTE, events::add);
        ByteBuffer piece = bytes("x".repeat(1024));
        parser.feed(bytes("data: "));

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 32 * 1024; i++) {
            parser.feed(piece.rewind());
        }
        parser.feed(bytes("\n\n"));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * 32 * MEGABYTE);
        assertThat(events).singleElement().satisfies(event -> assertThat(event.data()).hasSize(32 * MEGABYTE));
    }

    @Test
    void theBufferOfALargeEventIsNotKeptForTheNext() {
        SseParser parser = new SseParser(10 * MEGABYTE, events::add);
        ByteBuffer begin = bytes("data: " + "x".repeat(4 * MEGABYTE));
        ByteBuffer end = bytes("\n\n");
        parser.feed(begin);
        parser.feed(end);

        // had it been kept, the second event would cost its own array only
        long before = threads.getCurrentThreadAllocatedBytes();
        parser.feed(begin.rewind());
        parser.feed(end.rewind());
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isBetween(8L * MEGABYTE, 8L * MEGABYTE + SLACK);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
