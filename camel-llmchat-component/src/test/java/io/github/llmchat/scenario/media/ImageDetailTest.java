package io.github.llmchat.scenario.media;

import java.util.List;
import java.util.Map;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ContentPart;
import org.junit.jupiter.api.Test;

class ImageDetailTest extends MediaScenario {

    private static final String URL = "https://e.org/a";

    @Test
    void anOptionForAllImagesOfTheMessage() {
        call(uri("gpt-4o", "imageDetail=low"), BYTES, Map.of("Content-Type", "image/png", "CamelLlmChatImageUrl", URL));

        assertMessages(user(withDetail(PNG, "low"), withDetail(image(URL), "low")));
    }

    @Test
    void aHeaderCountsBeforeTheOption() {
        call(uri("gpt-4o", "imageDetail=low"), "Look", Map.of("CamelLlmChatImageUrl", URL, "CamelLlmChatImageDetail", "high"));

        assertMessages(user(text("Look"), withDetail(image(URL), "high")));
    }

    @Test
    void anEmptyHeaderDoesNotCount() {
        call(uri("gpt-4o", "imageDetail=low"), "Look", Map.of("CamelLlmChatImageUrl", URL, "CamelLlmChatImageDetail", ""));

        assertMessages(user(text("Look"), withDetail(image(URL), "low")));
    }

    @Test
    void imagesAmongTheAttachments() {
        assertAttached(uri("gpt-4o", "imageDetail=high"), "Look", new Attachments()
                .add("a.png", "image/png", BYTES)
                .add("scan.pdf", "application/pdf", BYTES),
                user(text("Look"), withDetail(PNG, "high"), file("scan.pdf", "application/pdf")));
    }

    @Test
    void imagesThatTheConversationHasAlreadyAreLeftAlone() {
        ChatMessage said = ChatMessage.user(List.of(ContentPart.imageUrl("https://e.org/own")));

        call(uri("gpt-4o", "imageDetail=low"), said, Map.of("CamelLlmChatImageUrl", URL));

        assertMessages(user(image("https://e.org/own"), withDetail(image(URL), "low")));
    }

    private static String withDetail(String image, String detail) {
        return image.replace("\"}}", "\",\"detail\":\"" + detail + "\"}}");
    }
}
