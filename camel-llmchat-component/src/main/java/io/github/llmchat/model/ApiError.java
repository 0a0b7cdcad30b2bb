package io.github.llmchat.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a gateway says about a failure, read from any of the forms that servers and proxies have for it. Immutable.
 */
public final class ApiError {

    private final String message;
    private final String type;
    private final String code;
    private final String param;

    ApiError(String message, String type, String code, String param) {
        this.message = message;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    /**
     * The error in a document.
     *
     * @param  document an answer, a chunk or an error
     * @return          the error, or {@code null} if the document is none
     */
    public static ApiError fromTree(JsonNode document) {
        return ErrorShapes.read(document);
    }

    /**
     * The error in the body of an answer that is known to be one by its status or its place.
     *
     * @param  body JSON in UTF-8, HTML or text; {@code null} counts as empty
     * @return      the error, never {@code null}; of what is not JSON, the message is the beginning of the text
     */
    public static ApiError fromBody(byte[] body) {
        String text = body == null ? "" : ErrorShapes.withoutEventPrefix(body);
        try {
            JsonNode document = Json.parse(text);
            return beginsOnly(text, document) ? ofText(text) : ErrorShapes.readAnyway(document);
        } catch (JacksonException e) {
            return ofText(text);
        }
    }

    /** Whether a text merely begins with JSON, such as {@code 12 choices are too many}. */
    private static boolean beginsOnly(String text, JsonNode document) {
        return switch (document.getNodeType()) {
            case OBJECT -> false;
            case ARRAY -> !text.endsWith("]");
            case STRING -> !text.endsWith("\"");
            default -> true;
        };
    }

    /**
     * Whether a document in which {@link #fromTree} finds an error can be nothing else. If not, it is an error where
     * nothing else is expected; between the chunks of a stream it may tell of the progress of the answer.
     *
     * @param  document an event of a stream that is no chunk
     * @return          true if it has a code, a type or a name that only errors have
     */
    public static boolean isCertain(JsonNode document) {
        return ErrorSigns.areIn(document);
    }

    private static ApiError ofText(String text) {
        return new ApiError(ErrorText.snippet(text), null, null, null);
    }

    /**
     * What happened, in the gateway's words.
     *
     * @return a text that is neither {@code null} nor blank
     */
    public String message() {
        return message;
    }

    /**
     * The kind of error.
     *
     * @return the type, such as {@code invalid_request_error}, or {@code null}
     */
    public String type() {
        return type;
    }

    /**
     * The error's code, which may be a word or a number.
     *
     * @return the code as text, such as {@code insufficient_quota}, or {@code null}
     */
    public String code() {
        return code;
    }

    /**
     * The request field that is to blame.
     *
     * @return the field, or {@code null}
     */
    public String param() {
        return param;
    }

    /** Describes the error without its message, in which servers repeat what they were sent. */
    @Override
    public String toString() {
        return "ApiError[type=" + type + ", code=" + code + ", param=" + param + "]";
    }
}
