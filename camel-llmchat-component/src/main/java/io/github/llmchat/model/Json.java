package io.github.llmchat.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON without changing numbers. Internal: it is public only because other packages of this component
 * use it, and may change at any time.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                // names come from outside; interning them would fill a table that all of the JVM shares
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // images travel as one string; what may come in is bounded before it gets here
                .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                // the messages of parse errors end up in logs, which are no place for what a model or a user said
                .errorReportConfiguration(
                        ErrorReportConfiguration.builder().maxErrorTokenLength(0).maxRawContentLength(0).build())
                .build();
    }

    /**
     * Reads a document. Bytes that are not UTF-8 are replaced, as browsers do; what follows the document is ignored.
     *
     * @param  json             the document in UTF-8
     * @return                  the document, a tree of the caller's own
     * @throws JacksonException if it is not JSON; the message holds nothing of the text
     */
    public static JsonNode parse(byte[] json) throws JacksonException {
        try {
            return notMissing(MAPPER.readTree(json));
        } catch (IOException e) {
            String text = replacedText(json);
            if (text == null) {
                throw asJackson(e);
            }
            return parse(text);
        }
    }

    /**
     * Reads a document. What follows it is ignored.
     *
     * @param  json             the document
     * @return                  the document, a tree of the caller's own
     * @throws JacksonException if it is not JSON; the message holds nothing of the text
     */
    public static JsonNode parse(String json) throws JacksonException {
        return notMissing(MAPPER.readTree(json));
    }

    /**
     * A new object.
     *
     * @return an empty object
     */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Writes a tree.
     *
     * @param  tree the tree
     * @return      the JSON in UTF-8, without white space
     */
    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a tree.
     *
     * @param  tree the tree
     * @return      the JSON without white space
     */
    public static String text(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The mapper behind the other methods. It is shared: it must not be configured.
     *
     * @return the mapper, which any thread may use
     */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads an object for a {@code fromJson} method, whose callers want to be told in words what is wrong.
     */
    static JsonNode parseArgument(String what, byte[] json) {
        try {
            return parse(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(what + " is not JSON", e);
        }
    }

    static JsonNode parseArgument(String what, String json) {
        try {
            return parse(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(what + " is not JSON", e);
        }
    }

    /**
     * The text with replacement characters where the bytes are no UTF-8, or {@code null} if the bytes are all right.
     */
    static String replacedText(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? null : text;
    }

    static JacksonException asJackson(IOException e) {
        return e instanceof JacksonException jackson ? jackson : JsonMappingException.fromUnexpectedIOE(e);
    }

    private static JsonNode notMissing(JsonNode tree) throws JsonParseException {
        if (tree == null || tree.isMissingNode()) {
            throw new JsonParseException((JsonParser) null, "No content");
        }
        return tree;
    }
}
