package io.github.llmchat.scenario.media;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesByUrlTest extends MediaScenario {

    private static final String CAT = "https://example.org/cat.png?size=1&x=2";
    private static final String DOG = "http://example.org/dog.png";

    @ParameterizedTest
    @ValueSource(strings = { CAT, DOG, "HTTPS://example.org/a", "data:image/gif;base64,R0lGODlhAQABAAAAACw=" })
    void anImageByItsUrl(String url) {
        call(uri("gpt-4o"), "What is it?", Map.of("CamelLlmChatImageUrl", url));

        assertMessages(user(text("What is it?"), image(url)));
    }

    @Test
    void aUriObject() {
        call(uri("gpt-4o"), "What is it?", Map.of("CamelLlmChatImageUrl", URI.create(CAT)));

        assertMessages(user(text("What is it?"), image(CAT)));
    }

    @Test
    void severalInAList() {
        call(uri("gpt-4o"), "Compare", Map.of("CamelLlmChatImageUrl", List.of(CAT, URI.create(DOG))));

        assertMessages(user(text("Compare"), image(CAT), image(DOG)));
    }

    @Test
    void severalInAnArray() {
        call(uri("gpt-4o"), "Compare", Map.of("CamelLlmChatImageUrl", new String[] { CAT, DOG }));

        assertMessages(user(text("Compare"), image(CAT), image(DOG)));
    }

    @Test
    void severalInAJsonArray() {
        String json = " [\"" + CAT + "\", \" " + DOG + "\"]";

        call(uri("gpt-4o"), "Compare", Map.of("CamelLlmChatImageUrl", json));

        assertMessages(user(text("Compare"), image(CAT), image(DOG)));
    }

    @Test
    void anImageNeedsNoText() {
        call(uri("gpt-4o"), null, Map.of("CamelLlmChatImageUrl", CAT));

        assertMessages(user(image(CAT)));
    }

    @Test
    void theImageOfTheBodyComesFirst() {
        call(uri("gpt-4o"), BYTES, Map.of("Content-Type", "image/png", "CamelLlmChatImageUrl", CAT));

        assertMessages(user(PNG, image(CAT)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "[]" })
    void anExpressionWithoutAValueIsNoImage(String nothing) {
        call(uri("gpt-4o"), "Hi", Map.of("CamelLlmChatImageUrl", nothing));

        assertMessages("{\"role\":\"user\",\"content\":\"Hi\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "file:///etc/passwd", "FILE:/etc/passwd", "C:\\photos\\cat.png", "C:/photos/cat.png", "/photos/cat.png", "cat.png",
            "ftp://example.org/cat.png", "data:text/html,hi", "https:cat.png", "javascript:alert(1)", " file:///etc/passwd" })
    void whatTheGatewayWouldResolveOnItsOwnMachine(String url) {
        assertRefused(
                uri("gpt-4o"), "Hi", Map.of("CamelLlmChatImageUrl", url), "CamelLlmChatImageUrl", url.strip(),
                "allowed are https, http and data:image URLs");
    }

    @Test
    void oneOfSeveralThatIsNotAllowed() {
        assertRefused(
                uri("gpt-4o"), "Hi", Map.of("CamelLlmChatImageUrl", List.of(CAT, "file:/etc/passwd")), "file:/etc/passwd");
    }

    @Test
    void whatIsNoUrlAtAll() {
        assertRefused(
                uri("gpt-4o"), "Hi", Map.of("CamelLlmChatImageUrl", Map.of("url", CAT)), "CamelLlmChatImageUrl",
                "a URL, or a list or JSON array of URLs");
    }

    @Test
    void aJsonArrayThatIsNone() {
        assertRefused(
                uri("gpt-4o"), "Hi", Map.of("CamelLlmChatImageUrl", "[\"" + CAT), "CamelLlmChatImageUrl",
                "a URL, or a list or JSON array of URLs");
    }
}
