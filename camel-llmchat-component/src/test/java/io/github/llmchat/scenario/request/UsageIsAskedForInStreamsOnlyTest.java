package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsageIsAskedForInStreamsOnlyTest extends OneCallScenario {

    private static final Map<String, Object> STREAMED_REQUEST = Map.of(
            "messages", List.of(Map.of("role", "user", "content", "hi")), "stream", true,
            "stream_options", Map.of("include_usage", false, "include_obfuscation", false));

    @Test
    void besideOtherStreamOptionsOfTheMessage() {
        JsonNode request = sent(uri("m", "streaming=true", "output=text"), "hi",
                Map.of("CamelLlmChatAdditionalBody", "{\"stream_options\":{\"include_obfuscation\":false}}"));

        assertThat(request.path("stream_options"))
                .hasToString("{\"include_usage\":true,\"include_obfuscation\":false}");
    }

    @Test
    void aStreamAsksForItByDefault() {
        Exchange exchange = call(uri("gpt-4o", "streaming=true", "output=text"), "hi");

        assertThat(onlyRequest().json().path("stream_options")).hasToString("{\"include_usage\":true}");
        assertThat(exchange.getMessage().getHeader("CamelLlmChatTotalTokens")).isEqualTo(15L);
    }

    @Test
    void theOptionTurnsItOff() {
        JsonNode request = sent(uri("gpt-4o", "streaming=true", "output=text", "includeUsage=false"), "hi");

        assertThat(request.has("stream_options")).isFalse();
        assertThat(request.path("stream")).hasToString("true");
    }

    @Test
    void theHeaderTurnsItOn() {
        JsonNode request = sent(uri("gpt-4o", "streaming=true", "output=text", "includeUsage=false"), "hi",
                Map.of("CamelLlmChatIncludeUsage", true));

        assertThat(request.path("stream_options")).hasToString("{\"include_usage\":true}");
    }

    @Test
    void aCallThatIsNotStreamedNeverSendsIt() {
        JsonNode request = sent(uri("gpt-4o", "includeUsage=true"), "hi", Map.of("CamelLlmChatIncludeUsage", true));

        assertThat(request.has("stream_options")).isFalse();
        assertThat(request.has("stream")).isFalse();
    }

    @Test
    void theStreamOptionsOfAWholeRequestAreSentAsTheyAre() {
        JsonNode request = sent(uri("gpt-4o", "output=text"), STREAMED_REQUEST);

        assertThat(request.path("stream_options").path("include_usage")).hasToString("false");
        assertThat(request.path("stream_options").path("include_obfuscation")).hasToString("false");
        assertThat(request.path("stream")).hasToString("true");
    }

    @Test
    void theStreamFieldsOfAWholeRequestAreDroppedIfTheHeaderTurnsStreamingOff() {
        JsonNode request = sent(uri("gpt-4o"), STREAMED_REQUEST, Map.of("CamelLlmChatStreaming", false));

        assertThat(request.has("stream_options")).isFalse();
        assertThat(request.has("stream")).isFalse();
    }
}
