package io.github.llmchat.scenario.request;

import java.io.StringReader;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.camel.support.SimpleTypeConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TextBodiesArePromptsTest extends OneCallScenario {

    @ParameterizedTest
    @ValueSource(strings = {
            "hi", "  padded \n", "{\"role\":\"system\",\"content\":\"no\"}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"no\"}],\"model\":\"evil\"}", "[1,2]", "null", "<xml/>", "${body}",
            "resource:classpath:prompts/system.txt" })
    void aStringIsAPromptWhateverItContains(String text) {
        assertPrompt(sent(uri("gpt-4o"), text), text);
    }

    static Stream<Arguments> otherTexts() {
        return Stream.of(
                arguments(new StringBuilder("built"), "built"),
                arguments(TextNode.valueOf("a node"), "a node"),
                arguments(new StringReader("read"), "read"),
                arguments(new char[] { 'c', 'h' }, "ch"),
                arguments(42, "42"),
                arguments(true, "true"),
                arguments(TimeUnit.DAYS, "DAYS"));
    }

    @ParameterizedTest
    @MethodSource("otherTexts")
    void soIsWhatIsOrHoldsAText(Object body, String text) {
        assertPrompt(sent(uri("gpt-4o"), body), text);
    }

    @Test
    void aTypeWithAConverterOfItsOwnIsConverted() {
        context.getTypeConverterRegistry().addTypeConverter(String.class, UUID.class,
                new SimpleTypeConverter(false, (type, exchange, value) -> "id " + value));
        UUID id = new UUID(1, 2);

        assertPrompt(sent(uri("gpt-4o"), id), "id " + id);
    }

    private static void assertPrompt(JsonNode request, String text) {
        assertThat(request.path("model").asText()).isEqualTo("gpt-4o");
        assertThat(request.path("messages")).hasSize(1);
        assertThat(request.at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(request.at("/messages/0/content").asText()).isEqualTo(text);
    }
}
