package io.github.llmchat.scenario.result;

import java.util.Map;

import io.github.llmchat.scenario.request.OneCallScenario;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleSeesTheTextTest extends OneCallScenario {

    @ParameterizedTest
    @CsvSource({
            "message, Say: ${body}, Say: Hello", "message, ${bodyAs(String)}, Hello", "message, ${body.content}, Hello",
            "message, ${body.role}, assistant", "message, ${mandatoryBodyAs(String)}, Hello", "message, ${bodyOneLine}, Hello",
            "completion, ${body}, Hello", "completion, ${bodyAs(String)}, Hello", "completion, ${body.text}, Hello",
            "completion, ${body.usage.totalTokens}, 15", "completion, ${body.choices[0].message.content}, Hello",
            "completion, ${body.message.content}, Hello", "completion, ${body.finishReason}, stop", "text, ${body}, Hello" })
    void inItsExpressions(String output, String simple, String value) {
        Exchange exchange = call(uri("gpt-4o", "output=" + output), "hi", Map.of());

        assertThat(context.resolveLanguage("simple").createExpression(simple).evaluate(exchange, String.class))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${bodyAs(String)} contains 'ell'", "${body} contains 'Hello'", "${body} == 'Hello'", "${body} startsWith 'He'",
            "${body} regex '^H.*o$'",
            "${bodyAs(String)} == 'Hello'", "${body.content} == 'Hello'" })
    void inItsPredicates(String simple) {
        Exchange exchange = call(uri("gpt-4o", "output=message"), "hi", Map.of());

        assertThat(context.resolveLanguage("simple").createPredicate(simple).matches(exchange)).isTrue();
    }
}
