package io.github.llmchat.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonIsTakenOutOfAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"a\":1}", "  \n{\"a\":1}\r\n", "```json\n{\"a\":1}\n```", "```\n{\"a\":1}\n```",
            "\n ```JSON \r\n{\"a\":1}\r\n``` \n",
            "```json{\"a\":1}```" })
    void aWholeAnswerOrOneFenceIsRead(String answer) {
        assertThat(JsonAnswer.parse(answer)).hasToString("{\"a\":1}");
        assertThat(JsonAnswer.text(answer)).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
            "", " ", "Sure!", "Sure: {\"a\":1}", "{\"a\":1} Anything else?", "{\"a\":1}{\"a\":2}", "{\"a\":",
            "```json\n{\"a\":1}",
            "```python\n{\"a\":1}\n```", "```\n```", "```", "````", "```json\n{}\n```\n```json\n{}\n```",
            "Here:\n```json\n{}\n```" })
    void anythingElseHoldsNoDocument(String answer) {
        assertThat(JsonAnswer.parse(answer)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "true", "\"text\"", "[1]", "12345678901234567890.10" })
    void everyDocumentIsReadWithItsDigits(String document) {
        assertThat(JsonAnswer.parse(document)).hasToString(document);
    }

    @Test
    void theTextIsAsTheModelWroteIt() {
        assertThat(JsonAnswer.text("```json\n{ \"a\" : 1.50,\n  \"b\": \"```\" }\n```"))
                .isEqualTo("{ \"a\" : 1.50,\n  \"b\": \"```\" }");
    }

    @Test
    void deepNestingIsNoDocument() {
        assertThat(JsonAnswer.parse("[".repeat(100_000))).isNull();
    }
}
