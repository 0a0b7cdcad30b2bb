package io.github.llmchat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/**
 * From a message body to a conversation. Text is a prompt, whatever it contains; what looks like a conversation is one;
 * any other object is refused, because a business record sent by its {@code toString()} is a mistake that nobody
 * notices.
 */
final class MessageBinding {

    private final TextBody textBody;

    MessageBinding(CamelContext context) {
        this.textBody = new TextBody(context);
    }

    /**
     * @param userMessage the text of the user message if it is not the body's, or null
     */
    ChatRequest bind(Message message, String userMessage) {
        ChatRequest conversation = conversation(message.getBody());
        if (conversation != null && userMessage != null) {
            return append(conversation, userMessage);
        }
        if (conversation != null && conversation.messages().isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no prompt: the message body is an empty list, or a request without messages, and userMessage is "
                                               + "not set");
        }
        if (conversation != null) {
            return conversation;
        }
        String text = userMessage != null ? userMessage : textBody.text(message);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "There is no prompt: the message body is empty or blank, and userMessage is not set");
        }
        return ChatRequest.of(ChatMessage.user(text));
    }

    private static ChatRequest append(ChatRequest conversation, String userMessage) {
        List<ChatMessage> all = new ArrayList<>(conversation.messages());
        all.add(ChatMessage.user(userMessage));
        return conversation.withMessages(all);
    }

    /** The conversation or whole request that the body is, or null if it is something else. */
    private static ChatRequest conversation(Object body) {
        if (body instanceof ChatRequest request) {
            return request;
        }
        if (body instanceof ChatMessage single) {
            return ChatRequest.of(single);
        }
        if (body instanceof Collection<?> list) {
            return ofList(list);
        }
        if (body instanceof JsonNode || body instanceof Map) {
            return ofTree(tree(body));
        }
        return null;
    }

    private static ChatRequest ofList(Collection<?> list) {
        List<ChatMessage> messages = new ArrayList<>();
        for (Object element : list) {
            messages.add(message(element));
        }
        return ChatRequest.of(messages);
    }

    private static ChatMessage message(Object element) {
        if (element instanceof ChatMessage message) {
            return message;
        }
        if (element instanceof Map || element instanceof JsonNode) {
            JsonNode tree = tree(element);
            if (tree.has("role")) {
                return ChatMessage.fromTree(tree);
            }
        }
        throw new IllegalArgumentException(
                "A list as message body must be a conversation: each element a ChatMessage, or a Map or JsonNode with a role; "
                                           + "this one has " + TextBody.describe(element));
    }

    private static ChatRequest ofTree(JsonNode tree) {
        if (tree.isTextual() || tree.isNull()) {
            return null;
        }
        if (tree.has("messages")) {
            return ChatRequest.fromTree(tree);
        }
        if (tree.has("role")) {
            return ChatRequest.of(ChatMessage.fromTree(tree));
        }
        if (tree.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            tree.forEach(elements::add);
            return ofList(elements);
        }
        throw new IllegalArgumentException(
                "A Map or JSON object as message body must be a conversation (with messages, or with role and content); to "
                                           + "send a business record as text, put marshal().json() before llmchat");
    }

    private static JsonNode tree(Object body) {
        return body instanceof JsonNode node ? node : Json.mapper().valueToTree(body);
    }
}
