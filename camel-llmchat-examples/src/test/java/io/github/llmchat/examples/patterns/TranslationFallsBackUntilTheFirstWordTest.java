package io.github.llmchat.examples.patterns;

import java.util.Map;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TranslationFallsBackUntilTheFirstWordTest extends PatternScenario {

    @RegisterExtension
    static final ScriptedGateway SECOND = new ScriptedGateway();

    TranslationFallsBackUntilTheFirstWordTest() {
        super("translate");
    }

    @Override
    Map<String, String> properties() {
        return Map.of("fallback.base-url", SECOND.baseUrl(), "fallback.api-key", "sk-second+&", "fallback.model", "other");
    }

    @Test
    void theFirstGatewayIsEnoughWhenItWorks() throws Exception {
        GATEWAY.willAnswer(Script.sse().text("Guten ", "Tag").finish("stop").done());

        assertThat(routes.send("Good day")).isEqualTo("Guten Tag");
        assertThat(SECOND.requests()).isEmpty();
    }

    @Test
    void aRefusedCallGoesToTheSecond() throws Exception {
        GATEWAY.willAnswer(Script.error(503, "server_error", null, "Overloaded"));
        SECOND.willAnswer(Script.sse().text("Guten ", "Tag").finish("stop").done());

        assertThat(routes.send("Good day")).isEqualTo("Guten Tag");
        assertThat(SECOND.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Bearer sk-second+&");
            assertThat(model(request)).isEqualTo("other");
            assertThat(prompt(request)).isEqualTo("Good day");
        });
    }

    @Test
    void soDoesAStreamThatFailsBeforeItsFirstWord() throws Exception {
        GATEWAY.willAnswer(Script.sse().event("{\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\"}}").cut());
        SECOND.willAnswer(Script.sse().text("Guten ", "Tag").finish("stop").done());

        assertThat(routes.send("Good day")).isEqualTo("Guten Tag");
    }

    @Test
    void soDoesAConnectionThatBreaks() throws Exception {
        GATEWAY.alwaysAnswers(Script.resetBeforeHeaders());
        SECOND.willAnswer(Script.sse().text("Guten ", "Tag").finish("stop").done());

        assertThat(routes.send("Good day")).isEqualTo("Guten Tag");
    }

    @Test
    void aStreamThatBreaksLaterIsAFailure() {
        shown.reset();
        GATEWAY.willAnswer(Script.sse().text("Guten ").cut());

        assertThatThrownBy(() -> routes.send("Good day")).hasStackTraceContaining(StreamTruncatedException.class.getName());
        assertThat(shown).hasToString("Guten ");
        assertThat(SECOND.requests()).isEmpty();
    }

    @Test
    void whatTheCallerDidWrongIsNotTriedTwice() {
        GATEWAY.willAnswer(Script.error(400, "invalid_request_error", null, "Bad"));

        assertThatThrownBy(() -> routes.send("Good day")).hasCauseInstanceOf(BadRequestException.class);
        assertThat(SECOND.requests()).isEmpty();
    }
}
