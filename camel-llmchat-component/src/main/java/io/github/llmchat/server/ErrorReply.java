package io.github.llmchat.server;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * What a client is told of a failure: OpenAI's error object, and the status that goes with it.
 *
 * @param status     the HTTP status
 * @param message    what happened, in words for the client
 * @param type       the kind of error
 * @param param      the request field that is to blame, or null
 * @param code       the error's code, or null
 * @param retryAfter when the client may try again, or null
 */
record ErrorReply(int status, String message, String type, String param, String code, Duration retryAfter) {

    static final String INVALID_REQUEST = "invalid_request_error";
    static final String SERVER_ERROR = "server_error";

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration RESTARTED = Duration.ofSeconds(5);

    static ErrorReply badRequest(String message, String param, String code) {
        return new ErrorReply(400, message, INVALID_REQUEST, param, code, null);
    }

    static ErrorReply missingKey() {
        return new ErrorReply(
                401, "You didn't provide an API key. Send it in the Authorization header: Authorization: Bearer YOUR_KEY.",
                INVALID_REQUEST, null, "invalid_api_key", null);
    }

    static ErrorReply wrongKey() {
        return new ErrorReply(401, "Incorrect API key provided.", INVALID_REQUEST, null, "invalid_api_key", null);
    }

    static ErrorReply unknownModel(String model) {
        return new ErrorReply(
                404, "The model '" + model + "' does not exist or you do not have access to it.", INVALID_REQUEST, "model",
                "model_not_found", null);
    }

    static ErrorReply unknownUrl(String method, String path) {
        return new ErrorReply(
                404, "Unknown request URL: " + method + " " + path + ".", INVALID_REQUEST, null, "unknown_url", null);
    }

    static ErrorReply wrongMethod(String method, String path) {
        return new ErrorReply(
                405, "Not allowed to " + method + " on " + path + ".", INVALID_REQUEST, null, "method_not_supported", null);
    }

    static ErrorReply tooLarge(int limit) {
        return new ErrorReply(
                413, "The request is larger than the " + limit + " bytes that are allowed.", INVALID_REQUEST, null,
                "request_too_large", null);
    }

    static ErrorReply wrongContentType() {
        return new ErrorReply(
                415, "The body must be JSON, with the header Content-Type: application/json.", INVALID_REQUEST, null,
                "unsupported_content_type", null);
    }

    static ErrorReply busy() {
        return new ErrorReply(
                429, "Too many requests are in work for this model. Try again later.", "requests", null,
                "rate_limit_exceeded", SOON);
    }

    static ErrorReply unavailable() {
        return new ErrorReply(
                503, "The model is not available at the moment. Try again later.", SERVER_ERROR, null, "unavailable",
                RESTARTED);
    }

    static ErrorReply serverError() {
        return new ErrorReply(
                500, "The server had an error while processing your request.", SERVER_ERROR, null, null, null);
    }

    /** The value of {@code Retry-After}: whole seconds, at least one. */
    String retryAfterSeconds() {
        return String.valueOf(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    /** The error object. */
    byte[] json() {
        ObjectNode document = Json.object();
        document.putObject("error").put("message", message).put("type", type).put("param", param).put("code", code);
        return Json.bytes(document);
    }
}
