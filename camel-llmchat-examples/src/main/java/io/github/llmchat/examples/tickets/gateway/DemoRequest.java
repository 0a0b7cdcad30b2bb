package io.github.llmchat.examples.tickets.gateway;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatRequest;

/**
 * What the demo gateway reads of a request.
 *
 * @param ticketId   the {@code user} field, else empty
 * @param model      the model asked for
 * @param system     the texts of system and developer messages
 * @param user       the text of the last user message
 * @param characters of all messages together
 * @param stream     whether a stream is asked for
 * @param maxTokens  the most pieces the answer may have
 * @param tools      the names of the tools that it offers
 * @param results    the results of the tool calls since the last user message
 */
record DemoRequest(String ticketId, String model, String system, String user, int characters, boolean stream,
        int maxTokens, List<String> tools, List<DemoConversation.Result> results) {

    static DemoRequest of(ChatRequest asked) {
        JsonNode request = asked.copyOfTree();
        DemoMessages messages = new DemoMessages();
        request.path("messages").forEach(messages::add);
        List<String> tools = new ArrayList<>();
        request.path("tools").forEach(tool -> tools.add(tool.path("function").path("name").asText()));
        return new DemoRequest(
                request.path("user").asText(""), asked.model(), messages.system(), messages.user(),
                messages.characters(), asked.stream(),
                request.path("max_completion_tokens").asInt(request.path("max_tokens").asInt(Integer.MAX_VALUE)),
                List.copyOf(tools), messages.results());
    }

    DemoConversation conversation() {
        return new DemoConversation(model, system, user, tools, results);
    }

    /** @throws io.github.llmchat.error.ChatException if there is no prompt, or too long a one */
    void check() {
        if (user.isBlank()) {
            throw Refusals.noPrompt();
        }
        if (characters > DemoGateway.CONTEXT_LIMIT) {
            throw Refusals.contextLengthExceeded(characters);
        }
    }
}
