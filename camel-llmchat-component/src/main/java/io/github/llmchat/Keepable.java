package io.github.llmchat;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Choice;

/** Which answers may stand for those that the gateway would give to the same request later. */
final class Keepable {

    private static final Set<String> COMPLETE = Set.of("stop", "tool_calls", "function_call");

    private Keepable() {
    }

    /** Why an answer is not kept; null if it is. No word of it comes from the answer's text. */
    static String whyNot(JsonNode request, ChatCompletion answer) {
        if (request.path("store").asBoolean()) {
            return "with store=true the provider is to have each call";
        }
        return whyNot(answer);
    }

    /** The same, by the answer alone. */
    static String whyNot(ChatCompletion answer) {
        if (answer.choices().isEmpty()) {
            return "it has no choices";
        }
        return answer.choices().stream().map(Keepable::whyNot).filter(why -> why != null).findFirst().orElse(null);
    }

    private static String whyNot(Choice choice) {
        if (choice.finishReason() == null || !COMPLETE.contains(choice.finishReason())) {
            return "a finish reason is not stop or tool_calls";
        }
        ChatMessage message = choice.message();
        JsonNode tree = message.copyOfTree();
        if (tree.hasNonNull("audio")) {
            return "it has sound, which the provider gives an end";
        }
        boolean calls = !message.toolCalls().isEmpty() || tree.hasNonNull("function_call");
        return message.content().isBlank() && message.refusal() == null && !calls ? "it is empty" : null;
    }
}
