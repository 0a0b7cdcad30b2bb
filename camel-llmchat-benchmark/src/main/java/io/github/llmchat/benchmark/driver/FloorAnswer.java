package io.github.llmchat.benchmark.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One answer as it arrives: head, then a JSON body of known length, or events in chunks. For one thread. */
final class FloorAnswer {

    private static final byte[] NOTHING = {};
    private static final int CHUNKED = -1;
    private static final int DATA = "data: ".length();

    private final FloorRoute route;
    private final FloorChunking chunking = new FloorChunking();
    private Call call;
    private boolean inBody;
    private int length;
    /** What came of a head, an event or a body that is not complete. */
    private byte[] rest = NOTHING;

    FloorAnswer(FloorRoute route) {
        this.route = route;
    }

    void begin(Call begun) {
        call = begun;
        inBody = false;
        rest = NOTHING;
        chunking.reset();
    }

    /** Puts what is still to be read before what comes. */
    void restore(ByteBuffer buffer) {
        buffer.put(rest);
    }

    /**
     * Reads on.
     *
     * @param  bytes the rest that was restored and what has come
     * @param  end   after the last of them
     * @return       whether the answer is complete
     */
    boolean read(byte[] bytes, int end) throws IOException {
        int from = 0;
        int fresh = rest.length;
        if (!inBody) {
            from = endOfHead(bytes, end);
            if (from < 0) {
                return keep(bytes, 0, end);
            }
            head(new String(bytes, 0, from, StandardCharsets.ISO_8859_1));
            fresh = from;
        }
        return length == CHUNKED ? events(bytes, from, chunking.decode(bytes, fresh, end, fresh)) : whole(bytes, from, end);
    }

    private static int endOfHead(byte[] bytes, int end) {
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void head(String head) throws IOException {
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("The server answers " + head.lines().findFirst().orElse(""));
        }
        inBody = true;
        String header = "\r\ncontent-length: ";
        int at = head.toLowerCase(Locale.ROOT).indexOf(header);
        length = at < 0 ? CHUNKED : Integer.parseInt(head, at + header.length(), head.indexOf('\r', at + header.length()), 10);
    }

    private boolean whole(byte[] bytes, int from, int end) throws IOException {
        if (end - from < length) {
            return keep(bytes, from, end);
        }
        route.send(call, Protocol.text(Protocol.read(bytes, from, length)));
        return true;
    }

    private boolean events(byte[] bytes, int from, int end) throws IOException {
        int start = from;
        for (int i = from + 1; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
                event(bytes, start, i - 1);
                start = i + 1;
                i++;
            }
        }
        return chunking.ended() || keep(bytes, start, end);
    }

    private void event(byte[] bytes, int from, int end) throws IOException {
        int json = from + DATA;
        // the other one is [DONE]
        if (bytes[json] == '{') {
            String text = Protocol.chunkText(bytes, json, end - json);
            if (!text.isEmpty()) {
                route.send(call, text);
            }
        }
    }

    private boolean keep(byte[] bytes, int from, int end) {
        rest = from == end ? NOTHING : Arrays.copyOfRange(bytes, from, end);
        return false;
    }
}
