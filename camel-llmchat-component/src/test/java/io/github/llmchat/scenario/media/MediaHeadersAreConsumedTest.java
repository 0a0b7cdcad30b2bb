package io.github.llmchat.scenario.media;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MediaHeadersAreConsumedTest extends MediaScenario {

    private static final Map<String, Object> HEADERS = Map.of(
            "CamelLlmChatMediaType", "image/png", "CamelLlmChatImageUrl", "https://e.org/a", "CamelLlmChatImageDetail", "low");

    @Test
    void aSecondCallDoesNotSendThemAgain() {
        Exchange exchange = call(uri("gpt-4o"), BYTES, HEADERS);

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys(HEADERS.keySet().toArray(String[]::new));
    }

    @Test
    void unlessTheyAreToStay() {
        Exchange exchange = call(uri("gpt-4o", "keepRequestHeaders=true"), BYTES, HEADERS);

        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(HEADERS);
    }
}
