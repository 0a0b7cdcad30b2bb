package io.github.llmchat;

import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.ContentPart;

/** What the user says in this call, put together from text and media. */
final class UserTurn {

    private UserTurn() {
    }

    /** Text alone stays text, which every gateway takes; with media it is the first part. */
    static ChatMessage message(String text, List<ContentPart> media) {
        if (media.isEmpty()) {
            return ChatMessage.user(text);
        }
        List<ContentPart> parts = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            parts.add(ContentPart.text(text));
        }
        parts.addAll(media);
        return ChatMessage.user(parts);
    }

    /**
     * A conversation with one more turn; media without a text belong to what the user has said last.
     *
     * @throws IllegalArgumentException if there is neither a conversation nor a turn
     */
    static ChatRequest addTo(ChatRequest conversation, String text, List<ContentPart> media) {
        List<ChatMessage> messages = new ArrayList<>(conversation.messages());
        int last = messages.size() - 1;
        if (text == null && media.isEmpty()) {
            if (messages.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no prompt: the message body is an empty list, or a request without messages, and "
                                                   + "userMessage is not set");
            }
            return conversation;
        }
        if (text == null && last >= 0 && "user".equals(messages.get(last).role())) {
            messages.set(last, withMedia(messages.get(last), media));
        } else {
            messages.add(message(text, media));
        }
        return conversation.withMessages(messages);
    }

    private static ChatMessage withMedia(ChatMessage said, List<ContentPart> media) {
        List<ContentPart> parts = new ArrayList<>(said.parts());
        parts.addAll(media);
        return said.with("content", ChatMessage.user(parts).get("content"));
    }
}
