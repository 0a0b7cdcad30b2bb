package io.github.llmchat.server;

import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;

/** What a route's stream is made of: chunks as they are, anything else as text in a chunk of our own. */
final class Pieces {

    private final OwnChunks own;
    private final Function<Object, String> text;

    Pieces(OwnChunks own, Function<Object, String> text) {
        this.own = own;
        this.text = text;
    }

    OwnChunks own() {
        return own;
    }

    /** The chunk itself, or null if the piece is none. */
    ChatChunk chunk(Object piece) {
        if (piece instanceof ChatChunk chunk) {
            own.sameAs(chunk);
            return chunk;
        }
        return null;
    }

    /** The piece as a chunk of our own; null if it has no text. */
    ObjectNode textChunk(Object piece) {
        String words = piece instanceof CharSequence ? piece.toString() : text.apply(piece);
        return words == null || words.isEmpty() ? null : own.text(words);
    }
}
