package io.github.llmchat.model;

import java.util.Base64;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One part of a message's content: text, an image, audio, a file, or what else a gateway knows. Immutable.
 */
public final class ContentPart extends JsonView {

    ContentPart(ObjectNode tree) {
        super(tree);
    }

    /**
     * A piece of text.
     *
     * @param  text the text
     * @return      a part of type {@code text}
     */
    public static ContentPart text(String text) {
        return new ContentPart(of("text").put("text", text));
    }

    /**
     * An image that the gateway gets from where it is.
     *
     * @param  url an {@code https}, {@code http} or {@code data} URL
     * @return     a part of type {@code image_url}
     */
    public static ContentPart imageUrl(String url) {
        ObjectNode part = of("image_url");
        part.putObject("image_url").put("url", url);
        return new ContentPart(part);
    }

    /**
     * An image that is sent along, as a data URL.
     *
     * @param  bytes     the image
     * @param  mediaType such as {@code image/png}
     * @return           a part of type {@code image_url}
     */
    public static ContentPart image(byte[] bytes, String mediaType) {
        return imageUrl(dataUrl(bytes, mediaType));
    }

    /**
     * Speech or other sound that is sent along.
     *
     * @param  bytes  the audio file
     * @param  format {@code wav} or {@code mp3}, or what else the gateway takes
     * @return        a part of type {@code input_audio}
     */
    public static ContentPart inputAudio(byte[] bytes, String format) {
        ObjectNode part = of("input_audio");
        part.putObject("input_audio").put("data", Base64.getEncoder().encodeToString(bytes)).put("format", format);
        return new ContentPart(part);
    }

    /**
     * A document that is sent along, as a data URL.
     *
     * @param  bytes     the file
     * @param  mediaType such as {@code application/pdf}
     * @param  filename  the file's name, or {@code null}
     * @return           a part of type {@code file}
     */
    public static ContentPart file(byte[] bytes, String mediaType, String filename) {
        ObjectNode part = of("file");
        ObjectNode file = part.putObject("file");
        if (filename != null) {
            file.put("filename", filename);
        }
        file.put("file_data", dataUrl(bytes, mediaType));
        return new ContentPart(part);
    }

    /**
     * The part that a tree is.
     *
     * @param  tree                     an object with a {@code type}; it is copied
     * @return                          the part
     * @throws IllegalArgumentException if the tree is no part
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContentPart fromTree(JsonNode tree) {
        ObjectNode object = Fields.requireObject("A content part", tree);
        if (Fields.string(object, "type") == null) {
            throw new IllegalArgumentException("A content part must have a type");
        }
        return new ContentPart(object.deepCopy());
    }

    private static ObjectNode of(String type) {
        return Json.object().put("type", type);
    }

    private static String dataUrl(byte[] bytes, String mediaType) {
        return "data:" + mediaType.toLowerCase(Locale.ROOT) + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The kind of part.
     *
     * @return {@code text}, {@code image_url}, {@code input_audio}, {@code file} or what else was given
     */
    public String type() {
        return Fields.string(tree(), "type");
    }

    /**
     * The text of a text part.
     *
     * @return the text, or {@code null} for any other part
     */
    public String text() {
        return tree().path("text").textValue();
    }

    /**
     * A copy with a field set, for what gateways know beyond the standard, such as {@code cache_control}.
     *
     * @param  field the name as it is on the wire
     * @param  value the value, which is copied; {@code null} sets a JSON null
     * @return       the copy
     */
    public ContentPart with(String field, JsonNode value) {
        return new ContentPart(Fields.with(tree(), field, value));
    }

    /**
     * A copy of an image part that says how closely the model is to look.
     *
     * @param  detail                {@code auto}, {@code low}, {@code high} or what else the gateway knows
     * @return                       the copy
     * @throws IllegalStateException if this is no image
     */
    public ContentPart withDetail(String detail) {
        ObjectNode copy = copyOfTree();
        if (!(copy.get("image_url") instanceof ObjectNode image)) {
            throw new IllegalStateException("Only a part of type image_url has a detail, this one is " + type());
        }
        image.put("detail", detail);
        return new ContentPart(copy);
    }

    /** Describes the part without what is in it. */
    @Override
    public String toString() {
        return "ContentPart[type=" + type() + "]";
    }
}
