package io.github.llmchat.http;

import java.nio.ByteBuffer;

import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.sse.SseListener;
import io.github.llmchat.sse.SseParser;
import io.github.llmchat.stream.AnswerReceiver;

/**
 * Takes in the answer to a request for a stream. The content type is no reliable sign of what comes, so that the first
 * character decides: JSON and HTML documents begin as no event does, and are collected whole.
 */
final class EventStreamBody implements AnswerBody, SseListener {

    private final AnswerReceiver receiver;
    private final CallTimers timers;
    private final SizeLimit size;
    private final SseParser parser;
    private final long maxResponseSize;
    private boolean begun;
    private WholeBody document;
    private boolean eventsInThisRead;

    EventStreamBody(CallLimits limits, AnswerReceiver receiver, CallTimers timers) {
        this.receiver = receiver;
        this.timers = timers;
        this.maxResponseSize = limits.maxResponseSize();
        this.size = new SizeLimit(maxResponseSize);
        this.parser = new SseParser(limits.maxEventSize(), this);
    }

    @Override
    public void consume(ByteBuffer bytes) {
        if (!begun) {
            begin(bytes);
        }
        if (document != null) {
            document.consume(bytes);
            return;
        }
        int limit = bytes.limit();
        int count = bytes.remaining();
        bytes.limit(bytes.position() + size.fitting(count));
        try {
            parser.feed(bytes);
            size.add(count);
        } finally {
            bytes.limit(limit).position(limit);
            // what came before a malformed event, or before the limit, is still the route's
            if (eventsInThisRead) {
                eventsInThisRead = false;
                receiver.flush();
            }
        }
    }

    private void begin(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit() && !begun; i++) {
            byte b = bytes.get(i);
            if (!mayPrecede(b)) {
                begun = true;
                if (b == '{' || b == '[' || b == '<') {
                    document = new WholeBody(maxResponseSize);
                }
            }
        }
    }

    /** White space, and the bytes of a byte order mark. */
    private static boolean mayPrecede(byte b) {
        return switch (b) {
            case ' ', '\n', '\r', '\t', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF -> true;
            default -> false;
        };
    }

    @Override
    public void event(SseEvent event) {
        if (!isKeepAlive(event.data())) {
            timers.event();
        }
        eventsInThisRead = true;
        receiver.event(event);
    }

    private static boolean isKeepAlive(byte[] data) {
        int i = 0;
        while (i < data.length && data[i] == ' ') {
            i++;
        }
        return i == data.length || data[i] == ':';
    }

    @Override
    public void end(AnswerReceiver to) {
        if (document != null) {
            document.end(to);
        } else {
            to.streamEnd(parser.finish());
        }
    }
}
