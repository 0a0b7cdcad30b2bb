package io.github.llmchat.benchmark.serving;

import java.nio.charset.StandardCharsets;

import io.github.llmchat.benchmark.gateway.LoadText;
import io.github.llmchat.benchmark.gateway.Prompt;
import io.github.llmchat.benchmark.gateway.Wire;
import io.vertx.core.buffer.Buffer;

/** Compares what comes with what the gateway was asked for. What comes, comes in order. */
final class AnswerCheck {

    private static final String ID = "{\"id\":\"";

    private final Prompt prompt;
    private final Tally tally;
    private int next;
    private boolean wrong;
    private boolean closed;

    AnswerCheck(Prompt prompt, Tally tally) {
        this.prompt = prompt;
        this.tally = tally;
    }

    /** An event of a stream, without the empty line; true if it was a chunk with text. */
    boolean event(Buffer bytes) {
        long now = Wire.micros();
        String event = bytes.toString(StandardCharsets.US_ASCII);
        if (!event.startsWith("data: ")) {
            return false;
        }
        if (event.equals("data: [DONE]")) {
            wrong |= closed || next != prompt.chunks();
            closed = true;
            return false;
        }
        if (!event.contains("\"content\"")) {
            return false;
        }
        wrong |= closed || !event.contains("\"content\":\"" + LoadText.piece(prompt.number(), next) + "\"");
        next++;
        int id = event.indexOf(ID) + ID.length();
        tally.chunk(now - Long.parseLong(event, id, event.indexOf('"', id), 10));
        return true;
    }

    /** An answer that is not streamed. */
    void whole(Buffer bytes) {
        String text = LoadText.whole(prompt.number(), prompt.chunks());
        wrong |= !bytes.toString(StandardCharsets.US_ASCII).contains("\"content\":\"" + text + "\"");
        closed = true;
    }

    /** Whether anything was not what had to come at its place. */
    boolean wrong() {
        return wrong;
    }

    /** Whether all of it came, and nothing else. */
    boolean complete() {
        return closed && !wrong;
    }
}
