package io.github.llmchat.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ApiError;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.sse.SseListener;
import io.github.llmchat.sse.SseParser;

/** Internal. Reads an answer that has arrived whole. No threads of its own. */
public final class WholeAnswer {

    private static final String COMPLETION = "a chat completion";
    /** In UTF-8, a character for each byte. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private WholeAnswer() {
    }

    /**
     * The completion in a body that came with a 2xx status: a JSON document, or the events of a stream that nobody had
     * asked for.
     *
     * @param  head          what is known of the call, for exceptions
     * @param  splitThinking whether thinking inside the text is taken out of it
     * @throws ChatException if the body is an error in disguise, no completion, or no JSON
     */
    public static ChatCompletion read(byte[] body, AnswerHead head, boolean splitThinking) {
        ChatCompletion completion = read(body, head);
        return splitThinking ? ThinkingSplit.whole(completion) : completion;
    }

    /** The same, as it was sent. */
    public static ChatCompletion read(byte[] body, AnswerHead head) {
        if (looksLikeEvents(body)) {
            return readEvents(body, head);
        }
        JsonNode tree = AnswerJson.parse(body, head, COMPLETION);
        if (hasChoices(tree) && !tree.has("error") && !tree.has("base_resp")) {
            return completion(tree, body);
        }
        return readUnusual(tree, body, head);
    }

    /** Some gateways add the end of a stream behind the document. */
    private static ChatCompletion completion(JsonNode tree, byte[] body) {
        WholeToolCalls.complete(tree);
        ChatCompletion completion = ChatCompletion.of((ObjectNode) tree);
        String text = new String(body, StandardCharsets.UTF_8).strip();
        boolean alone = text.startsWith("{") && text.endsWith("}");
        return alone ? completion.asReceived(text) : completion;
    }

    private static ChatCompletion readUnusual(JsonNode tree, byte[] body, AnswerHead head) {
        ApiError error = ApiError.fromTree(tree);
        if (error != null) {
            throw AnswerJson.disguised(error, head);
        }
        if (!hasChoices(tree)) {
            throw AnswerJson.unexpected(COMPLETION, "the JSON has no choices", head, null);
        }
        return completion(tree, body);
    }

    private static boolean hasChoices(JsonNode tree) {
        JsonNode choices = tree.path("choices");
        for (JsonNode choice : choices) {
            if (!choice.isObject()) {
                return false;
            }
        }
        return choices.isArray();
    }

    private static boolean looksLikeEvents(byte[] body) {
        int i = startsWith(body, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (i < body.length && (body[i] == '\n' || body[i] == '\r' || body[i] == ' ')) {
            i++;
        }
        return startsWith(body, i, "data:") || startsWith(body, i, "event:") || startsWith(body, i, ": ");
    }

    private static boolean startsWith(byte[] body, int from, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (from + i >= body.length || (body[from + i] & 0xff) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static ChatCompletion readEvents(byte[] body, AnswerHead head) {
        EventCollector events = new EventCollector();
        events.reading.head(head);
        SseParser parser = new SseParser(Math.max(1, body.length), events);
        parser.feed(ByteBuffer.wrap(body));
        events.reading.unfinished(parser.finish());
        ChatChunk last = events.reading.finish(null);
        while (!last.last()) {
            last = events.reading.finish(null);
        }
        return last.completion();
    }

    /** The body is there already: nothing to wait for, nothing to close. */
    private static final class EventCollector implements SseListener, ChunkSource {

        private final StreamReading reading = new StreamReading(false);

        @Override
        public void event(SseEvent event) {
            String text = event.text();
            // an object only: events within events could nest without end
            boolean object = text.stripLeading().startsWith("{");
            if (object && text.contains("\"message\"") && !text.contains("\"delta\"")) {
                // a whole completion wrapped into one event
                reading.wholeBody(event.data());
            } else {
                reading.read(event, this);
            }
        }

        @Override
        public void resume() {
            // never paused
        }

        @Override
        public void abort() {
            // no connection
        }

        @Override
        public void endWithin(Duration grace) {
            // the end is known
        }

        @Override
        public void endAfterSilence(Duration grace) {
            // the end is known
        }
    }
}
