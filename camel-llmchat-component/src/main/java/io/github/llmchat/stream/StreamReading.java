package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.model.ApiError;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChunkReader;
import io.github.llmchat.model.Json;
import io.github.llmchat.sse.SseEvent;

/**
 * What the events of one stream mean: which are chunks, which end it, which are errors, and what they add up to.
 * Synchronised because a cancelling thread may ask for the partial answer while the reader's thread is stuck in a
 * route.
 */
final class StreamReading {

    /**
     * The terminating chunk of the body usually comes with {@code [DONE]} in one packet; more is not worth waiting for.
     */
    private static final Duration GRACE_AFTER_DONE = Duration.ofMillis(500);
    /**
     * Some servers send neither {@code [DONE]} nor an end after the finish reason; the usage may still be on its way.
     */
    private static final Duration GRACE_AFTER_FINISH = Duration.ofSeconds(5);

    private final ChunkReader reader = new ChunkReader();
    private final ChunkAccumulator accumulator = new ChunkAccumulator();
    private final boolean splitThinking;
    private final AudioPieces audio = new AudioPieces();
    /** Null if thinking stays where it is. */
    private ThinkingSplit thinking;
    private int index;
    private boolean done;
    private boolean finishSeen;
    /** What may be an error; it is one if the answer does not get its finish reason. */
    private ApiError suspected;
    private SseEvent unfinished;
    private byte[] wholeBody;
    private ChatCompletion known;
    private AnswerHead head = AnswerHead.NONE;

    /** @param splitThinking whether thinking inside the text is taken out of it */
    StreamReading(boolean splitThinking) {
        this.splitThinking = splitThinking;
        this.thinking = splitThinking ? new ThinkingSplit() : null;
    }

    private StreamReading(boolean splitThinking, int firstIndex) {
        this(splitThinking);
        this.index = firstIndex;
    }

    /** For a further answer in the same stream: its chunks are numbered on. */
    synchronized StreamReading next() {
        return new StreamReading(splitThinking, index);
    }

    synchronized void head(AnswerHead answerHead) {
        head = answerHead;
        if (head.cached()) {
            // it was taken out before the answer was kept
            thinking = null;
        }
    }

    /** A chunk, or null for an event that is none (keep-alives, foreign events, {@code [DONE]} and what follows it). */
    synchronized ChatChunk read(SseEvent event, ChunkSource source) {
        if (done) {
            return null;
        }
        byte[] data = event.data();
        if (isDone(data)) {
            done = true;
            source.endWithin(GRACE_AFTER_DONE);
            return null;
        }
        if (event.hasName("error")) {
            throw errorInStream(ApiError.fromBody(data));
        }
        if (isKeepAlive(data)) {
            return null;
        }
        ChatChunk chunk = chunkOf(data);
        if (!isChunk(chunk)) {
            lookForError(chunk);
            return null;
        }
        chunk = rewritten(chunk);
        accumulator.add(chunk);
        if (!chunk.isPlain() && accumulator.overflows()) {
            throw new StreamErrorException(
                    "The answer has more than " + ToolCallAccumulator.MAX_CALLS + " tool calls", head.details(), partial(),
                    null);
        }
        if (chunk.hasError()) {
            throw errorInStream(ApiError.fromTree(chunk.copyOfTree()));
        }
        index++;
        // a plain chunk has no finish reason
        if (!finishSeen && !chunk.isPlain() && accumulator.finished()) {
            finishSeen = true;
            source.endAfterSilence(GRACE_AFTER_FINISH);
        }
        return chunk;
    }

    private ChatChunk rewritten(ChatChunk chunk) {
        ChatChunk apart = thinking == null ? chunk : thinking.chunk(chunk);
        return apart.isPlain() ? apart : audio.decoded(apart);
    }

    private static boolean isChunk(ChatChunk chunk) {
        return chunk.hasChoicesKey() || chunk.hasUsage() || chunk.hasError();
    }

    private ChatChunk chunkOf(byte[] data) {
        try {
            return reader.read(data, index);
        } catch (JacksonException e) {
            if (firstNonBlank(data) == '{') {
                // its text is the model's answer: not for a message
                throw new StreamErrorException(
                        "Chunk " + index + " of the stream is malformed JSON (" + data.length + " bytes)",
                        head.details(), partial(), e);
            }
            throw errorInStream(ApiError.fromBody(data));
        }
    }

    private void lookForError(ChatChunk other) {
        JsonNode tree = other.copyOfTree();
        ApiError error = ApiError.fromTree(tree);
        if (error != null && ApiError.isCertain(tree)) {
            throw errorInStream(error);
        }
        suspected = error == null ? suspected : error;
    }

    private StreamErrorException errorInStream(ApiError error) {
        return new StreamErrorException(
                "The gateway reported an error inside the stream: " + head.safeText().apply(error.message()),
                head.details().withError(error).withSafeText(head.safeText()),
                partial(), null);
    }

    synchronized void unfinished(SseEvent event) {
        unfinished = event;
    }

    synchronized void wholeBody(byte[] body) {
        wholeBody = body;
    }

    /** Nothing more is read: this is what has been answered. */
    synchronized void known(ChatCompletion answer) {
        known = answer;
    }

    /**
     * What comes when all events have been read: a last chunk that was not terminated, the only chunk of a gateway that
     * did not stream, or the closing chunk.
     */
    synchronized ChatChunk finish(AnswerFailure failure) {
        if (known != null) {
            return ChatChunk.closing(known, index);
        }
        boolean complete = done || accumulator.finished();
        if (failure != null && !complete) {
            throw failure.toException(partial());
        }
        ChatChunk left = failure == null ? remainder() : null;
        if (left == null && thinking != null) {
            left = thinking.rest(index);
        } else if (left != null) {
            left = rewritten(left);
        }
        if (left != null) {
            return add(left);
        }
        if (suspected != null && !accumulator.finished()) {
            throw errorInStream(suspected);
        }
        if (accumulator.isEmpty()) {
            throw new StreamTruncatedException("The stream ended without a single chunk", head.details(), null, null);
        }
        if (!done && !accumulator.finished()) {
            throw new StreamTruncatedException(
                    "The stream ended after " + index + " chunks with neither a finish reason nor [DONE]", head.details(),
                    partial(), null);
        }
        return audio.closing(ChatChunk.closing(accumulator.completion(), index));
    }

    private ChatChunk remainder() {
        if (wholeBody != null) {
            byte[] body = wholeBody;
            wholeBody = null;
            done = true;
            return WholeBodyChunk.of(body, index, head);
        }
        if (unfinished != null) {
            byte[] data = unfinished.data();
            unfinished = null;
            return isDone(data) ? markDone() : lastChunk(data);
        }
        return null;
    }

    private ChatChunk markDone() {
        done = true;
        return null;
    }

    private ChatChunk lastChunk(byte[] data) {
        if (done) {
            return null;
        }
        try {
            ChatChunk chunk = ChatChunk.read(data, index);
            if (chunk.hasError()) {
                throw errorInStream(ApiError.fromTree(chunk.copyOfTree()));
            }
            if (isChunk(chunk)) {
                return chunk;
            }
            lookForError(chunk);
            return null;
        } catch (JacksonException e) {
            // half an event: what it would have said is lost, and the stream counts as cut unless it was complete before
            return null;
        }
    }

    private ChatChunk add(ChatChunk chunk) {
        accumulator.add(chunk);
        index++;
        return chunk;
    }

    /** What has arrived so far, or null if nothing has. */
    synchronized ChatCompletion partial() {
        if (accumulator.isEmpty()) {
            return null;
        }
        return thinking == null ? accumulator.partial() : thinking.withHeld(accumulator.partial());
    }

    private static boolean isDone(byte[] data) {
        return data.length < 32 && new String(data, StandardCharsets.UTF_8).strip().equals("[DONE]");
    }

    private static boolean isKeepAlive(byte[] data) {
        int first = firstNonBlank(data);
        return first < 0 || first == ':';
    }

    private static int firstNonBlank(byte[] data) {
        for (byte b : data) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return b & 0xff;
            }
        }
        return -1;
    }

    /** A gateway that was asked for a stream and sent one JSON document. */
    private static final class WholeBodyChunk {

        static ChatChunk of(byte[] body, int index, AnswerHead head) {
            ChatCompletion completion = WholeAnswer.read(body, head);
            try {
                return ChatChunk.read(Json.bytes(asChunk(completion)), index);
            } catch (JacksonException e) {
                throw new IllegalStateException("A chunk made of a completion can't be read", e);
            }
        }

        private static JsonNode asChunk(ChatCompletion completion) {
            var tree = completion.copyOfTree();
            tree.put("object", "chat.completion.chunk");
            for (JsonNode choice : tree.path("choices")) {
                var node = (com.fasterxml.jackson.databind.node.ObjectNode) choice;
                node.set("delta", node.remove("message"));
            }
            return tree;
        }
    }
}
