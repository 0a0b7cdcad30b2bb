package io.github.llmchat.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A response that is sent in one piece, with {@code Content-Length}. Made by {@link Script#json},
 * {@link Script#answer}, {@link Script#status} and {@link Script#error}. Immutable: every method returns a new script.
 * <p>
 * For a body in chunked coding, split or compressed, use {@link Script#sse()} with another
 * {@linkplain SseScript#contentType content type}.
 */
public final class WholeScript extends Script {

    private static final int ALL = -1;

    private final ResponseHead head;
    private final byte[] body;
    private final int sent;
    private final List<Step> before;
    private final Step after;

    private WholeScript(ResponseHead head, byte[] body, int sent, List<Step> before, Step after) {
        this.head = head;
        this.body = body;
        this.sent = sent;
        this.before = before;
        this.after = after;
    }

    static WholeScript of(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status " + status + " is not between 200 and 599");
        }
        return new WholeScript(ResponseHead.of(status), new byte[0], ALL, List.of(), wire -> {
        });
    }

    /**
     * Adds a header field. {@code Connection: close} makes the gateway close the connection after the answer.
     *
     * @param name  the field's name, sent in this spelling
     * @param value the field's value, in Latin-1
     */
    public WholeScript header(String name, String value) {
        return new WholeScript(head.with(name, value), body, sent, before, after);
    }

    /**
     * Sets the body.
     *
     * @param contentType the {@code Content-Type}; {@code null} sends none
     * @param text        the body, sent in UTF-8
     */
    public WholeScript body(String contentType, String text) {
        ResponseHead bare = head.without("Content-Type");
        ResponseHead typed = contentType == null ? bare : bare.with("Content-Type", contentType);
        return new WholeScript(typed, text.getBytes(StandardCharsets.UTF_8), sent, before, after);
    }

    /**
     * Waits before the first byte of the answer until the test counts the latch down. After 30 s the test fails. Ends
     * the script when the client closes the connection.
     */
    public WholeScript hold(CountDownLatch latch) {
        return beforehand(wire -> wire.hold(latch));
    }

    /** Waits this long before the first byte of the answer. For load scripts: tests should {@link #hold}. */
    public WholeScript pause(Duration time) {
        return beforehand(wire -> wire.pause(time));
    }

    /**
     * Runs this on the connection's thread before the first byte of the answer, in the order of the calls of
     * {@code then}, {@link #hold} and {@link #pause}. An exception fails the test.
     */
    public WholeScript then(Runnable action) {
        return beforehand(wire -> action.run());
    }

    /**
     * Closes the connection (FIN) after these many bytes of the body, although {@code Content-Length} promises all.
     *
     * @param bytes 0 up to the body's length
     */
    public Script cutAfter(int bytes) {
        if (bytes < 0 || bytes > body.length) {
            throw new IllegalArgumentException("the body has " + body.length + " bytes, not " + bytes);
        }
        return new WholeScript(head, body, bytes, before, Wire::close);
    }

    /** Closes the connection (FIN) right after the answer, without having announced it. */
    public Script closeAfterwards() {
        return new WholeScript(head, body, sent, before, Wire::close);
    }

    /** Resets the connection (RST) right after the answer, which may destroy what the client has not read yet. */
    public Script resetAfterwards() {
        return new WholeScript(head, body, sent, before, Wire::reset);
    }

    @Override
    void play(Wire wire) throws IOException, InterruptedException {
        for (Step step : before) {
            step.run(wire);
        }
        ResponseHead whole = head.status() == 204 ? head : head.with("Content-Length", Integer.toString(body.length));
        byte[] start = whole.bytes();
        int count = sent == ALL ? body.length : sent;
        byte[] bytes = Arrays.copyOf(start, start.length + count);
        System.arraycopy(body, 0, bytes, start.length, count);
        wire.write(bytes);
        after.run(wire);
        if (head.saysClose()) {
            wire.close();
        }
    }

    private WholeScript beforehand(Step step) {
        List<Step> steps = new ArrayList<>(before);
        steps.add(step);
        return new WholeScript(head, body, sent, List.copyOf(steps), after);
    }
}
