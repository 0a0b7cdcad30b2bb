package io.github.llmchat.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatRequest;

/**
 * What a request must be before a route sees it. Everything else is the route's affair, and the gateway's behind it.
 */
final class RequestCheck {

    private RequestCheck() {
    }

    /**
     * The request in a body.
     *
     * @throws RefusedException if there is none; says why
     */
    static ChatRequest read(byte[] body) throws RefusedException {
        ChatRequest request;
        try {
            request = ChatRequest.fromJson(body);
        } catch (IllegalArgumentException e) {
            String param = e.getMessage().contains("messages") ? "messages" : null;
            throw refused(e.getMessage() + ".", param, null);
        }
        if (request.model() == null) {
            throw refused("You must provide a model parameter.", "model", null);
        }
        if (request.messages().isEmpty()) {
            throw refused("messages must not be empty.", "messages", "empty_array");
        }
        JsonNode stream = request.get("stream");
        if (stream != null && !stream.isNull() && !stream.isBoolean()) {
            throw refused("stream must be true or false.", "stream", "invalid_type");
        }
        return request;
    }

    private static RefusedException refused(String message, String param, String code) {
        return new RefusedException(ErrorReply.badRequest(message, param, code));
    }
}
