package io.github.llmchat.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.ApiError;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.sse.SseListener;
import io.github.llmchat.sse.SseParser;

/** Internal. Reads an answer that has arrived whole. No threads of its own. */
public final class WholeAnswer {

    /** Some gateways send line breaks to keep the connection open; this much is looked at for an error's message. */
    private static final int MAX_BLANKS = 4096;

    private WholeAnswer() {
    }

    /**
     * The completion in a body that came with a 2xx status: a JSON document, or the events of a stream that nobody had
     * asked for.
     *
     * @param  head          what is known of the call, for exceptions
     * @throws ChatException if the body is an error in disguise, no completion, or no JSON
     */
    public static ChatCompletion read(byte[] body, AnswerHead head) {
        if (looksLikeEvents(body)) {
            return readEvents(body, head);
        }
        JsonNode tree;
        try {
            tree = Json.parse(body);
        } catch (JacksonException e) {
            throw noCompletion(whatIsThere(body, head), head, e);
        }
        if (hasChoices(tree) && tree.path("error").isMissingNode()) {
            return ChatCompletion.fromTree(tree);
        }
        return readUnusual(tree, head);
    }

    private static ChatCompletion readUnusual(JsonNode tree, AnswerHead head) {
        ApiError error = ApiError.fromTree(tree);
        if (error != null) {
            throw new ServerException(
                    "The gateway answered with status 2xx and an error: " + head.safeText().apply(error.message()),
                    head.details().withError(error), null);
        }
        if (!hasChoices(tree)) {
            throw noCompletion("the JSON has no choices", head, null);
        }
        return ChatCompletion.fromTree(tree);
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

    private static String whatIsThere(byte[] body, AnswerHead head) {
        String text = new String(body, 0, Math.min(body.length, MAX_BLANKS), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "the body is empty";
        }
        // half a completion: its text is the model's answer, which is not for a message
        return text.startsWith("{")
                ? "malformed JSON (" + body.length + " bytes)" : head.safeText().apply(ApiError.fromBody(body).message());
    }

    private static ServerException noCompletion(String what, AnswerHead head, Throwable cause) {
        return new ServerException(
                "The gateway answered with status 2xx, but not with a chat completion: " + what, head.details(), cause);
    }

    private static boolean looksLikeEvents(byte[] body) {
        int i = 0;
        while (i < body.length && (body[i] == '\n' || body[i] == '\r' || body[i] == ' ')) {
            i++;
        }
        return startsWith(body, i, "data:") || startsWith(body, i, "event:") || startsWith(body, i, ": ");
    }

    private static boolean startsWith(byte[] body, int from, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (from + i >= body.length || body[from + i] != prefix.charAt(i)) {
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

        private final StreamReading reading = new StreamReading();

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
