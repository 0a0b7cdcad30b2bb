package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the demo gateway reads of a request.
 *
 * @param ticketId     the {@code user} field, else empty
 * @param model        the model asked for, else empty
 * @param system       the texts of system and developer messages
 * @param user         the text of the last user message
 * @param characters   of all messages together
 * @param stream       whether a stream is asked for
 * @param includeUsage whether the stream is to end with a usage chunk
 * @param maxTokens    the most pieces the answer may have
 */
record DemoRequest(String ticketId, String model, String system, String user, int characters, boolean stream,
        boolean includeUsage, int maxTokens) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DemoRequest read(InputStream body) throws IOException, GatewayError {
        JsonNode request = parse(body.readAllBytes());
        StringBuilder system = new StringBuilder();
        String user = "";
        int characters = 0;
        for (JsonNode message : request.path("messages")) {
            String text = text(message.path("content"));
            characters += text.length();
            switch (message.path("role").asText()) {
                case "system", "developer" -> system.append(text).append('\n');
                case "user" -> user = text;
                default -> {
                    // an earlier answer or a tool's result: no rule looks at it
                }
            }
        }
        return new DemoRequest(
                request.path("user").asText(""), request.path("model").asText(""), system.toString(), user, characters,
                request.path("stream").asBoolean(), request.path("stream_options").path("include_usage").asBoolean(),
                request.path("max_completion_tokens").asInt(request.path("max_tokens").asInt(Integer.MAX_VALUE)));
    }

    private static JsonNode parse(byte[] body) throws IOException, GatewayError {
        try {
            JsonNode request = JSON.readTree(body);
            if (request.isObject()) {
                return request;
            }
        } catch (JsonProcessingException e) {
            // answered below, like JSON that is no object
        }
        throw GatewayError.badRequest(null, "We could not parse the JSON body of your request.");
    }

    /** Content is a text or a list of parts, of which only those of type text count. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    void check(List<String> models) throws GatewayError {
        if (!models.contains(model)) {
            throw GatewayError.unknownModel(model);
        }
        if (user.isBlank()) {
            throw GatewayError.badRequest("messages", "'messages' must hold a user message that is not empty.");
        }
        if (characters > DemoGateway.CONTEXT_LIMIT) {
            throw GatewayError.contextLengthExceeded(characters);
        }
    }
}
