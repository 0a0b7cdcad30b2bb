package io.github.llmchat.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.llmchat.model.Audio;
import io.github.llmchat.model.ChatChunk;

/**
 * The sound in the chunks of one stream. Its Base64 is cut anywhere: what does not make up whole bytes waits for the
 * next piece.
 */
final class AudioPieces {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<Integer, String> incomplete = new HashMap<>();

    ChatChunk decoded(ChatChunk chunk) {
        Audio piece = chunk.audio();
        if (piece == null || piece.base64().isEmpty()) {
            return chunk;
        }
        String text = incomplete.getOrDefault(chunk.choiceIndex(), "") + BLANKS.matcher(piece.base64()).replaceAll("");
        int padding = text.lastIndexOf('=') + 1;
        // padding ends whole bytes, so that counting begins anew behind it
        int end = padding + (text.length() - padding) / 4 * 4;
        incomplete.put(chunk.choiceIndex(), text.substring(end));
        try {
            return chunk.withAudioData(Audio.decode(text.substring(0, end)));
        } catch (IllegalArgumentException e) {
            // no Base64: what was sent can still be had as it is
            return chunk;
        }
    }

    /** The closing chunk with what Base64 without padding has left behind of the first answer. */
    ChatChunk closing(ChatChunk chunk) {
        String rest = incomplete.getOrDefault(chunk.choiceIndex(), "");
        try {
            return rest.isEmpty() ? chunk : chunk.withAudioData(Audio.decode(rest));
        } catch (IllegalArgumentException e) {
            // a single character makes no byte
            return chunk;
        }
    }
}
