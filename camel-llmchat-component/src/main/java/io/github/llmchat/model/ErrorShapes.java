package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The forms in which servers report errors: OpenAI's object, the same without its envelope, a string, an array around
 * it, the validation errors of FastAPI, the envelopes of MiniMax and others.
 */
final class ErrorShapes {

    private static final List<String> MESSAGES = List.of(
            "message", "msg", "error_msg", "error_message", "err_msg", "err", "detail", "error", "errors", "status_msg",
            "title");
    private static final int MAX_MESSAGE = 1000;

    private ErrorShapes() {
    }

    /** The error in a document, or {@code null} if it is none. */
    static ApiError read(JsonNode document) {
        JsonNode root = unwrapped(document);
        if (root == null || !root.isObject()) {
            return null;
        }
        if (isSet(root.get("error"))) {
            return nested(root, root.get("error"));
        }
        JsonNode envelope = root.path("base_resp");
        String status = Fields.text(envelope, "status_code");
        if (status != null && !"0".equals(status)) {
            return new ApiError(orJson(describe(envelope), envelope), null, status, null);
        }
        if ("error".equals(Fields.string(root, "object"))) {
            return flat(root, orJson(describe(root), root));
        }
        // answers have the one, lists of models the other
        if (root.hasNonNull("choices") || root.hasNonNull("data")) {
            return null;
        }
        String message = describeAnywhere(root);
        return message == null ? null : flat(root, message);
    }

    /** The error in a document that is known to be one. */
    static ApiError readAnyway(JsonNode document) {
        ApiError error = read(document);
        if (error != null) {
            return error;
        }
        JsonNode root = unwrapped(document);
        String message = describeAnywhere(root);
        return flat(root, message == null ? ErrorText.snippet(Json.text(root)) : message);
    }

    /** The text of a body; events that are not read as such are taken for their data. */
    static String withoutEventPrefix(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("event:")) {
            text = text.substring(text.indexOf('\n') + 1).strip();
        }
        return text.startsWith("data:") ? text.substring("data:".length()).strip() : text;
    }

    private static ApiError nested(JsonNode root, JsonNode value) {
        JsonNode error = unwrapped(value);
        if (error.isObject()) {
            String message = describe(error);
            return new ApiError(
                    message == null ? orJson(describe(root.get("message")), error) : message,
                    first(error, "type", "error_type", "status"), first(error, "code", "http_code", "error_code"),
                    Fields.text(error, "param"));
        }
        String message = orJson(describe(error), error);
        String more = error.isTextual() ? describe(root.get("message")) : null;
        return flat(root, more == null || more.equals(message) ? message : ErrorText.cut(message + ": " + more, MAX_MESSAGE));
    }

    private static ApiError flat(JsonNode root, String message) {
        return new ApiError(
                message, first(root, "type", "error_type"), first(root, "code", "error_code", "http_code", "status"),
                Fields.text(root, "param"));
    }

    private static String describeAnywhere(JsonNode root) {
        String message = describe(root);
        if (message == null) {
            message = describe(root.path("header"));
        }
        return message == null ? describe(root.path("response").path("error")) : message;
    }

    /**
     * The words in a value: its text, that of the fields known to hold one, or those of its elements; {@code null} if
     * none.
     */
    private static String describe(JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return null;
        }
        String words = null;
        if (value.isTextual()) {
            words = value.textValue().strip();
        } else if (value.isArray()) {
            words = stream(value).map(ErrorShapes::describe).filter(Objects::nonNull).collect(Collectors.joining("; "));
        } else {
            for (String field : MESSAGES) {
                words = describe(value.get(field));
                if (words != null) {
                    return place(value) + words;
                }
            }
        }
        return words == null || words.isEmpty() ? null : ErrorText.cut(words, MAX_MESSAGE);
    }

    /** Where in the request a validation error is. */
    private static String place(JsonNode error) {
        JsonNode path = error.path("loc");
        return path.isArray() && !path.isEmpty()
                ? stream(path).map(JsonNode::asText).collect(Collectors.joining(".", "", ": ")) : "";
    }

    private static String first(JsonNode parent, String... fields) {
        return Stream.of(fields).map(field -> Fields.text(parent, field)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String orJson(String words, JsonNode value) {
        return words == null || words.isBlank() ? ErrorText.snippet(Json.text(value)) : words;
    }

    private static JsonNode unwrapped(JsonNode value) {
        return value != null && value.isArray() && !value.isEmpty() ? value.get(0) : value;
    }

    private static boolean isSet(JsonNode error) {
        if (error == null || error.isNull()) {
            return false;
        }
        return error.isTextual() ? !error.textValue().isBlank() : !error.isBoolean() || error.booleanValue();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
