package io.github.llmchat.sse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A parser together with what it has reported.
 */
final class Recorder implements SseListener {

    final List<Seen> seen = new ArrayList<>();
    final SseParser parser;

    Recorder() {
        this(1_000_000);
    }

    Recorder(int maxEventSize) {
        parser = new SseParser(maxEventSize, this);
    }

    @Override
    public void event(SseEvent event) {
        seen.add(Seen.of(event));
    }

    @Override
    public void comment() {
        seen.add(Seen.COMMENT);
    }

    Recorder feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return feed(bytes, 0, bytes.length);
    }

    /** Feeds a copy, which is overwritten at once, so that a parser that goes on reading it is found out. */
    Recorder feed(byte[] bytes, int from, int to) {
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        parser.feed(ByteBuffer.wrap(piece));
        Arrays.fill(piece, (byte) 'X');
        return this;
    }

    Seen finish() {
        return Seen.of(parser.finish());
    }
}
