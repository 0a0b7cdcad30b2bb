package io.github.llmchat.scenario.failure;

import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A failure ends in logs: neither the key nor the prompt is in it, even when the gateway repeats them. */
class NoSecretsInFailuresTest extends GatewayScenario {

    private static final String OTHER_KEY = "0123456789abcdef0123456789abcdef";

    static Stream<Arguments> repeatedKeys() {
        String object = "{\"error\":{\"message\":\"Incorrect API key provided: %s.\",\"code\":\"%s\",\"type\":\"t\"}}";
        return Stream.of(KEY, OTHER_KEY).flatMap(key -> {
            String error = object.formatted(key, "invalid_api_key");
            return Stream.of(
                    Arguments.of(key, Script.status(401).body("application/json", error)),
                    Arguments.of(key, Script.status(500).body("text/plain", "Bearer " + key)),
                    Arguments.of(key, Script.status(500).body("text/html", "<p>Authorization: Bearer " + key + "</p>")),
                    Arguments.of(key, Script.status(301).header("Location", "https://u:" + key + "@127.0.0.1/x?key=" + key)),
                    Arguments.of(key, Script.json(error)),
                    Arguments.of(key, Script.json("no JSON but " + key)),
                    Arguments.of(key, Script.sse().event(error)),
                    Arguments.of(key, Script.sse().text("a").event(error)),
                    Arguments.of(key, Script.sse().text("a").raw("event: error\ndata: " + key + "\n\n")),
                    Arguments.of(key, Script.sse().text("a").event(key)));
        });
    }

    @ParameterizedTest
    @MethodSource("repeatedKeys")
    void theKeyIsMasked(String key, Script script) {
        gateway.alwaysAnswers(script);
        for (String streaming : new String[] { "streaming=false", "streaming=true&output=text" }) {
            assertHidden(key, ask("llmchat:m?baseUrl=" + gateway.baseUrl() + "&apiKey=" + key + "&" + streaming));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"detail\":[{\"loc\":[\"body\",\"messages\"],\"msg\":\"bad\",\"input\":\"" + PROMPT + "\"}]}",
            "{\"error\":{\"message\":\"bad\"},\"request\":{\"messages\":[{\"content\":\"" + PROMPT + "\"}]}}",
            "{\"error\":{\"message\":\"bad value: '" + PROMPT + "'\"}}",
            "{\"id\":\"c\",\"choices\":[{\"message\":{\"content\":\"" + PROMPT + "\"" })
    void thePromptIsNotInTheFailure(String body) {
        gateway.alwaysAnswers(Script.status(400).body("application/json", body));
        assertHidden(PROMPT, ask(llmchat("")));
        gateway.alwaysAnswers(Script.status(200).body("application/json", body));
        assertHidden(PROMPT, ask(llmchat("")));
        assertHidden(PROMPT, ask(llmchat("streaming=true&output=text")));
        gateway.alwaysAnswers(Script.sse().text("a").event(body));
        assertHidden(PROMPT, ask(llmchat("streaming=true&output=text")));
    }

    private static void assertHidden(String secret, Exchange exchange) {
        ChatException failure = exchange.getException(ChatException.class);
        assertThat(failure).isNotNull();
        assertThat(StackTrace.of(failure)).doesNotContain(secret);
        assertThat(failure.toString()).doesNotContain(secret);
        assertThat(failure.details().toString()).doesNotContain(secret);
        assertThat(String.valueOf(failure.url())).doesNotContain(secret);
    }
}
