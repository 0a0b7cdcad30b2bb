package io.github.llmchat.scenario.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.ContentPart;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;

class ConversationsGetMediaTest extends MediaScenario {

    private static final String SYSTEM = "{\"role\":\"system\",\"content\":\"Be brief\"}";
    private static final String HI = "{\"role\":\"user\",\"content\":\"Hi\"}";
    private static final String HELLO = "{\"role\":\"assistant\",\"content\":\"Hello\"}";
    private static final Attachments PHOTO = new Attachments().add("a.png", "image/png", BYTES);

    @Test
    void anAttachmentBelongsToWhatTheUserSaidLast() {
        List<ChatMessage> talk = List.of(ChatMessage.user("Hi"), ChatMessage.assistant("Hello"), ChatMessage.user("Look"));

        assertAttached(uri("gpt-4o"), talk, PHOTO, HI, HELLO, user(text("Look"), PNG));
    }

    @Test
    void whatTheUserSaidLastKeepsItsParts() {
        ChatMessage said = ChatMessage.user(List.of(ContentPart.text("Compare"), ContentPart.imageUrl("https://e.org/a")))
                .with("name", Json.mapper().valueToTree("Ada"));

        assertAttached(uri("gpt-4o"), said, PHOTO,
                user(text("Compare"), image("https://e.org/a"), PNG).replace("]}", "],\"name\":\"Ada\"}"));
    }

    @Test
    void withTheModelsWordLastTheAttachmentIsANewTurn() {
        assertAttached(uri("gpt-4o"), List.of(ChatMessage.user("Hi"), ChatMessage.assistant("Hello")), PHOTO, HI, HELLO,
                user(PNG));
    }

    @Test
    void aUserMessageIsTheTextOfANewTurn() {
        assertAttached(uri("gpt-4o", "userMessage=Look"), List.of(ChatMessage.user("Hi"), ChatMessage.assistant("Hello")),
                PHOTO, HI, HELLO, user(text("Look"), PNG));
    }

    @Test
    void aWholeRequest() {
        assertAttached(uri("gpt-4o"), ChatRequest.of(ChatMessage.system("Be brief"), ChatMessage.user("Look")), PHOTO, SYSTEM,
                user(text("Look"), PNG));
    }

    @Test
    void aWholeRequestAsMap() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("role", "user");
        said.put("content", "Look");
        Map<String, ?> request = Map.of("messages", List.of(said));

        assertAttached(uri("gpt-4o"), request, PHOTO, user(text("Look"), PNG));
    }

    @Test
    void anImageByUrl() {
        call(uri("gpt-4o"), List.of(ChatMessage.user("Look")), Map.of("CamelLlmChatImageUrl", "https://e.org/a"));

        assertMessages(user(text("Look"), image("https://e.org/a")));
    }

    @Test
    void theUserMessageIsTheTextToAnImageAsBody() {
        call(uri("gpt-4o", "userMessage=Look"), BYTES, Map.of("Content-Type", "image/png"));

        assertMessages(user(text("Look"), PNG));
    }

    @Test
    void theUserMessageIsTheTextToADocumentByHeader() {
        call(uri("gpt-4o"), BYTES, Map.of("CamelFileName", "scan.pdf", "CamelLlmChatUserMessage", "Sum up"));

        assertMessages(user(text("Sum up"), file("scan.pdf", "application/pdf")));
    }

    @Test
    void theUserMessageTakesThePlaceOfTextAsBytes() {
        call(uri("gpt-4o", "userMessage=Look"), utf8("Something else"), Map.of("Content-Type", "text/plain"));

        assertMessages("{\"role\":\"user\",\"content\":\"Look\"}");
    }

    @Test
    void instructionsComeBeforeTheImage() {
        call(uri("gpt-4o", "systemMessage=Be brief"), BYTES, Map.of("Content-Type", "image/png"));

        assertMessages(SYSTEM, user(PNG));
    }
}
