package io.github.llmchat.examples.tickets.gateway;

/** An error that the demo gateway answers with, as OpenAI's error object. */
final class GatewayError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String param;
    private final String code;

    private GatewayError(int status, String type, String param, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    static GatewayError badRequest(String param, String message) {
        return new GatewayError(400, "invalid_request_error", param, null, message);
    }

    static GatewayError contextLengthExceeded(int characters) {
        return new GatewayError(
                400, "invalid_request_error", "messages", "context_length_exceeded",
                "This model's maximum context length is " + DemoGateway.CONTEXT_LIMIT + " characters. Your messages have "
                                                                                     + characters + " characters.");
    }

    static GatewayError noKey() {
        return new GatewayError(
                401, "invalid_request_error", null, "invalid_api_key", "You didn't provide an API key as a bearer token.");
    }

    static GatewayError unknownModel(String model) {
        return new GatewayError(
                404, "invalid_request_error", "model", "model_not_found", "The model '" + model + "' does not exist.");
    }

    static GatewayError unknownPath(String method, String path) {
        return new GatewayError(404, "invalid_request_error", null, null, "Unknown request URL: " + method + " " + path);
    }

    static GatewayError wrongMethod(String method, String path) {
        return new GatewayError(405, "invalid_request_error", null, null, "Not allowed to " + method + " on " + path);
    }

    static GatewayError rateLimited() {
        return new GatewayError(
                429, "requests", null, "rate_limit_exceeded", "Too many requests for this sale. Try again in 1s.");
    }

    static GatewayError overloaded(String model) {
        return new GatewayError(503, "server_error", null, "model_overloaded", "The model '" + model + "' is overloaded.");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String param() {
        return param;
    }

    String code() {
        return code;
    }
}
