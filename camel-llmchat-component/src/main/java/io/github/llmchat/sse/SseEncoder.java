package io.github.llmchat.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Internal. Writes server-sent events as {@link SseParser} and every other client reads them; lines end with LF. */
public final class SseEncoder {

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);

    private SseEncoder() {
    }

    /**
     * An event without a name.
     *
     * @param  data UTF-8; each of its lines gets a {@code data} field of its own
     * @return      the event, the blank line that ends it included
     */
    public static byte[] event(byte[] data) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + DATA.length + 2);
        int from = 0;
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '\n' || data[i] == '\r') {
                line(event, data, from, i);
                i += data[i] == '\r' && i + 1 < data.length && data[i + 1] == '\n' ? 1 : 0;
                from = i + 1;
            }
        }
        line(event, data, from, data.length);
        event.write('\n');
        return event.toByteArray();
    }

    private static void line(ByteArrayOutputStream event, byte[] data, int from, int to) {
        event.writeBytes(DATA);
        event.write(data, from, to - from);
        event.write('\n');
    }

    /**
     * A comment, which clients pass over.
     *
     * @param  text one line
     * @return      the comment and a blank line
     */
    public static byte[] comment(String text) {
        return (": " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
