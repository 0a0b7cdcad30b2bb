package io.github.llmchat.sse;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Parses one event stream as the WHATWG HTML standard interprets it: lines end with LF, CR or CRLF, one byte order mark
 * at the start is dropped, comments and fields other than {@code data} and {@code event} are ignored, and a blank line
 * ends the event. An event without a {@code data} line is dropped. How the stream is cut into buffers makes no
 * difference.
 * <p>
 * An instance serves one stream and one thread at a time. It needs no closing. It holds at most about three times the
 * limit in memory, and only while an event that large is coming in; what is ignored is not held at all.
 */
public final class SseParser {

    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final int COPY_SIZE = 8 * 1024;

    /** What the bytes up to the next line end are. */
    private enum Part {
        NAME,
        DATA_VALUE,
        EVENT_VALUE,
        COMMENT,
        IGNORED
    }

    private final SseListener listener;
    private final FieldBuffer data;
    private final FieldBuffer event;
    private final FieldName name = new FieldName();
    private Part part = Part.NAME;
    private boolean afterColon;
    private boolean afterCr;
    private byte[] copy;

    /**
     * Creates the parser for one stream.
     *
     * @param  maxEventSize             the most bytes that the data of one event may have, the LFs between its lines
     *                                  included, and that the name of one event may have; at least 1
     * @param  listener                 gets the events and comments
     * @throws IllegalArgumentException if maxEventSize is less than 1
     */
    public SseParser(int maxEventSize, SseListener listener) {
        if (maxEventSize < 1) {
            throw new IllegalArgumentException("maxEventSize must be at least 1: " + maxEventSize);
        }
        this.listener = Objects.requireNonNull(listener, "listener");
        this.data = new FieldBuffer(maxEventSize);
        this.event = new FieldBuffer(maxEventSize);
    }

    /**
     * Parses the next bytes of the stream and calls the listener for each event and comment that they end. Keeps no
     * reference to the buffer. After an exception the parser must not be used, and the buffer's position is not
     * defined.
     *
     * @param  bytes             any buffer, heap, direct or read-only; all that remains in it is consumed
     * @throws SseLimitException as soon as an event is known to be larger than the limit
     */
    public void feed(ByteBuffer bytes) {
        if (bytes.hasArray()) {
            int from = bytes.arrayOffset() + bytes.position();
            int to = from + bytes.remaining();
            bytes.position(bytes.limit());
            parse(bytes.array(), from, to);
            return;
        }
        if (copy == null) {
            copy = new byte[COPY_SIZE];
        }
        while (bytes.hasRemaining()) {
            int count = Math.min(copy.length, bytes.remaining());
            bytes.get(copy, 0, count);
            parse(copy, 0, count);
        }
    }

    /**
     * Tells the parser that the stream has ended. The standard discards an event that no blank line has ended; here the
     * caller gets it and decides. An unterminated last line counts as a line. The listener is not called. The parser
     * must not be fed after this.
     *
     * @return the event that had data but no blank line, or null if there is none
     */
    public SseEvent finish() {
        if (part == Part.NAME && !name.isEmpty()) {
            endName();
        }
        return data.isPresent() ? takeEvent() : null;
    }

    private void parse(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (afterCr) {
                afterCr = false;
                if (bytes[at] == LF) {
                    at++;
                    continue;
                }
            }
            at = part == Part.NAME ? parseName(bytes, at, to) : parseRest(bytes, at, to);
        }
        data.keep();
        event.keep();
    }

    /** Reads up to the end of the field name, or of the line, or to where the name turns out to be unknown. */
    private int parseName(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && part == Part.NAME) {
            byte b = bytes[at++];
            if (b == LF || b == CR) {
                endLine(b);
                return at;
            }
            if (b == ':') {
                endName();
                afterColon = true;
            } else if (!name.add(b)) {
                part = Part.IGNORED;
            }
        }
        return at;
    }

    /** Reads up to the end of the line, or to the end of the bytes. */
    private int parseRest(byte[] bytes, int from, int to) {
        int start = from;
        if (afterColon) {
            afterColon = false;
            if (bytes[from] == ' ') {
                start++;
            }
        }
        int end = start;
        while (end < to && bytes[end] != LF && bytes[end] != CR) {
            end++;
        }
        if (part == Part.DATA_VALUE) {
            data.append(bytes, start, end);
        } else if (part == Part.EVENT_VALUE) {
            event.append(bytes, start, end);
        }
        if (end == to) {
            return end;
        }
        endLine(bytes[end]);
        return end + 1;
    }

    private void endName() {
        if (name.isEmpty()) {
            part = Part.COMMENT;
        } else if (name.isData()) {
            part = Part.DATA_VALUE;
            data.joinLine();
        } else if (name.isEvent()) {
            part = Part.EVENT_VALUE;
            event.replaceLine();
        } else {
            part = Part.IGNORED;
        }
    }

    private void endLine(byte lineEnd) {
        boolean blank = part == Part.NAME && name.isEmpty();
        if (part == Part.NAME && !blank) {
            endName();
        }
        boolean comment = part == Part.COMMENT;
        part = Part.NAME;
        name.nextLine();
        afterCr = lineEnd == CR;
        if (blank) {
            endEvent();
        } else if (comment) {
            listener.comment();
        }
    }

    private void endEvent() {
        if (data.isPresent()) {
            listener.event(takeEvent());
        } else {
            event.clear();
        }
    }

    private SseEvent takeEvent() {
        return new SseEvent(event.takeText(), data.takeBytes());
    }
}
