package io.github.llmchat.examples.tickets.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
 * @param tools        the names of the tools that it offers
 * @param results      the results of the tool calls since the last user message
 */
record DemoRequest(String ticketId, String model, String system, String user, int characters, boolean stream,
        boolean includeUsage, int maxTokens, List<String> tools, List<DemoConversation.Result> results) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DemoRequest read(InputStream body) throws IOException, GatewayError {
        JsonNode request = parse(body.readAllBytes());
        DemoMessages messages = new DemoMessages();
        request.path("messages").forEach(messages::add);
        List<String> tools = new ArrayList<>();
        request.path("tools").forEach(tool -> tools.add(tool.path("function").path("name").asText()));
        return new DemoRequest(
                request.path("user").asText(""), request.path("model").asText(""), messages.system(), messages.user(),
                messages.characters(), request.path("stream").asBoolean(),
                request.path("stream_options").path("include_usage").asBoolean(),
                request.path("max_completion_tokens").asInt(request.path("max_tokens").asInt(Integer.MAX_VALUE)),
                List.copyOf(tools), messages.results());
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

    DemoConversation conversation() {
        return new DemoConversation(model, system, user, tools, results);
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
