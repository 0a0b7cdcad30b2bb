package io.github.llmchat.model;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a model said aloud, whole or as a piece of a stream. Immutable.
 */
public final class Audio extends JsonView {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    Audio(ObjectNode tree) {
        super(tree);
    }

    /**
     * The gateway's id, by which a later request can refer to the audio.
     *
     * @return the id, or {@code null}
     */
    public String id() {
        return Fields.text(tree(), "id");
    }

    /**
     * What is said, as text.
     *
     * @return the transcript, "" if there is none
     */
    public String transcript() {
        String transcript = Fields.string(tree(), "transcript");
        return transcript == null ? "" : transcript;
    }

    /**
     * The sound, in the format that {@code audio.format} asked for. Of a piece of a stream this may end in the middle
     * of a byte's Base64 form: {@link ChatChunk#audioData()} puts the pieces together.
     *
     * @return                          the bytes, none if there is no data
     * @throws IllegalArgumentException if the gateway's data is not Base64
     */
    public byte[] data() {
        return decode(base64());
    }

    /** {@return the sound in Base64, as it was sent; "" if there is none} */
    public String base64() {
        String data = Fields.string(tree(), "data");
        return data == null ? "" : data;
    }

    /**
     * When the gateway forgets the audio.
     *
     * @return seconds since 1970, or {@code null}
     */
    public Long expiresAt() {
        return Fields.number(tree(), "expires_at");
    }

    /**
     * The bytes in a Base64 text that may have been put together from pieces that each end in padding. Internal:
     * streams call it.
     *
     * @param  base64                   the text; blanks and line breaks in it are passed over
     * @return                          the bytes
     * @throws IllegalArgumentException if it is not Base64
     */
    public static byte[] decode(String base64) {
        String text = BLANKS.matcher(base64).replaceAll("");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 3 / 4);
        int from = 0;
        while (from < text.length()) {
            int padding = text.indexOf('=', from);
            int to = padding < 0 ? text.length() : padding;
            bytes.writeBytes(Base64.getDecoder().decode(text.substring(from, to)));
            from = to;
            while (from < text.length() && text.charAt(from) == '=') {
                from++;
            }
        }
        return bytes.toByteArray();
    }

    /** Describes the audio without what is said. */
    @Override
    public String toString() {
        return "Audio[id=" + id() + ", " + base64().length() + " characters of Base64]";
    }
}
