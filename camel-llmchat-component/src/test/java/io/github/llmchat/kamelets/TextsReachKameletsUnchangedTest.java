package io.github.llmchat.kamelets;

import java.util.Map;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prompts and keys hold what has a meaning in URIs: in every way in which a Kamelet gets them they arrive as written.
 */
class TextsReachKameletsUnchangedTest extends KameletScenario {

    private static final String PROMPT = "Say (a) & b + 100% of {x} #1?";

    TextsReachKameletsUnchangedTest() {
        // the last two are where Camel K puts the properties of a Pipe, as they stand there
        super("texts*.yaml", Map.of("prompt", PROMPT, "key", "k+1&2%2B=/",
                "camel.kamelet.llmchat-action.plain.systemMessage", PROMPT,
                "camel.kamelet.llmchat-action.raw.systemMessage", "RAW(" + PROMPT + ")"));
    }

    @Test
    void fromTheParametersOfARoute() {
        assertThat(systemMessageOf("direct:parameters")).isEqualTo("Answer in C++: one, two (or three) \"words\"?");
    }

    @Test
    void fromAPlaceholder() {
        assertThat(systemMessageOf("direct:placeholder")).isEqualTo(PROMPT);
    }

    @Test
    void fromAFileWithItsLines() {
        assertThat(systemMessageOf("direct:file")).isEqualTo("First line.\nSecond line: a & b.\n");
    }

    @Test
    void fromAPipe() {
        assertThat(systemMessageOf("direct:pipe")).isEqualTo("Answer in C++ (or C) & be 100% sure. " + PROMPT);
        assertThat(request().header("Authorization")).isEqualTo("Bearer k+1&2%2B=/");
        assertThat(request().json().path("model").asText()).isEqualTo("anthropic/claude-sonnet-4.5:beta");
        assertThat(request().json().path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(request().json().path("options")).hasToString("{\"num_ctx\":8192}");
    }

    @Test
    void fromTheApplicationsProperties() {
        assertThat(systemMessageOf("direct:properties")).isEqualTo(PROMPT);
    }

    @Test
    void fromAPipeThatCamelKHasMadeIntoProperties() {
        assertThat(systemMessageOf("direct:raw-properties")).isEqualTo(PROMPT);
    }

    private String systemMessageOf(String endpoint) {
        GATEWAY.willAnswer(Script.answer("yes"));
        ask(endpoint, "hello");
        return systemMessage();
    }
}
