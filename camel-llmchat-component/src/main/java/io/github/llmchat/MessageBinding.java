package io.github.llmchat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.ContentPart;
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
    private final BinaryBody binaryBody;
    private final Media media;

    MessageBinding(CamelContext context, LlmChatConfiguration options) {
        this.textBody = new TextBody(context);
        this.binaryBody = new BinaryBody(context);
        this.media = new Media(options);
    }

    /**
     * @param userMessage the text of the user message if it is not the body's, or null
     */
    ChatRequest bind(Message message, String userMessage) {
        ChatRequest conversation = conversation(message.getBody());
        List<ContentPart> parts = new ArrayList<>();
        String text = userMessage;
        if (conversation == null && BinaryBody.is(message.getBody())) {
            ContentPart body = binaryBody.part(message);
            boolean isText = body.text() != null;
            text = text == null && isText ? body.text() : text;
            if (!isText) {
                parts.add(body);
            }
        } else if (conversation == null && userMessage == null) {
            text = textBody.text(message);
        }
        parts.addAll(media.of(message));
        parts.replaceAll(part -> media.withDetail(part, message));
        return conversation == null ? prompt(text, parts) : UserTurn.addTo(conversation, text, parts);
    }

    private static ChatRequest prompt(String text, List<ContentPart> parts) {
        if (parts.isEmpty() && (text == null || text.isBlank())) {
            throw new IllegalArgumentException(
                    "There is no prompt: the message body is empty or blank, and userMessage is not set");
        }
        return ChatRequest.of(UserTurn.message(text, parts));
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
