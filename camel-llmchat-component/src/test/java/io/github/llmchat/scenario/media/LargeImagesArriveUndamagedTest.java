package io.github.llmchat.scenario.media;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeImagesArriveUndamagedTest extends MediaScenario {

    private static final byte[] FIVE_MEGABYTES = new byte[5 * 1024 * 1024];

    static {
        new Random(7).nextBytes(FIVE_MEGABYTES);
    }

    @Test
    void asBody() {
        call(uri("gpt-4o"), new ByteArrayInputStream(FIVE_MEGABYTES), Map.of("Content-Type", "image/jpeg"));

        assertImageArrived("/messages/0/content/0/image_url/url");
    }

    @Test
    void asAttachmentOfAStreamedCall() {
        attach(uri("gpt-4o", "streaming=true&output=text"), "Look",
                new Attachments().add("a.jpg", "image/jpeg", FIVE_MEGABYTES));

        assertImageArrived("/messages/0/content/1/image_url/url");
    }

    @Test
    void asDataUrlInTheHeader() {
        String url = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(FIVE_MEGABYTES);

        call(uri("gpt-4o"), "Look", Map.of("CamelLlmChatImageUrl", url));

        assertImageArrived("/messages/0/content/1/image_url/url");
    }

    private void assertImageArrived(String pointer) {
        String url = onlyRequest().json().at(pointer).asText();
        assertThat(url).startsWith("data:image/jpeg;base64,");
        // not isEqualTo: nobody wants to read five megabytes of difference
        byte[] arrived = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        assertThat(Arrays.equals(arrived, FIVE_MEGABYTES)).as("every byte is the same").isTrue();
    }
}
