package io.github.llmchat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.databind.JsonNode;

/** What a request field may hold, and how a header's or option's value becomes that. */
interface ValueType {

    /**
     * Converts a value to the field's JSON.
     *
     * @param  value   the value in {@link #plain plain} form, never null
     * @param  lenient whether values outside the documented range pass
     * @return         the JSON, the missing node if there is nothing to send, or null if the value is not allowed
     */
    JsonNode convert(Object value, boolean lenient);

    /** What is allowed, in words that end a sentence. */
    String allowed();

    /**
     * Reduces a value to what conversions look at: {@code String}, {@code Number}, {@code Boolean}, {@code Collection},
     * {@code Map}, array and object nodes. Bytes are UTF-8 text, as Kafka's headers bring it. What is none of these
     * stays.
     */
    static Object plain(Object value) {
        if (value instanceof JsonNode node && node.isValueNode()) {
            return plainScalar(node);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
            return value.toString();
        } else if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        } else if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return value;
    }

    private static Object plainScalar(JsonNode node) {
        if (node.isNumber()) {
            return node.numberValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNull() ? null : node.asText();
    }
}
