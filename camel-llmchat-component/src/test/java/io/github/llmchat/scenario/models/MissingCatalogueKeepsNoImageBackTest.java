package io.github.llmchat.scenario.models;

import java.util.Map;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.testing.Script;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MissingCatalogueKeepsNoImageBackTest extends ModelScenario {

    private final LogLines log = new LogLines("io.github.llmchat", Level.WARN);

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void listenNoMore() {
        log.stop();
    }

    static Stream<Script> failures() {
        return Stream.of(
                Script.error(401, "auth", null, "no"), Script.error(404, "x", null, "no such route"), Script.status(500),
                Script.json("{\"id\":\"m\",\"modal"), Script.json("{}"),
                Script.status(200).body("text/html", "<html>Hi</html>"),
                Script.json("{\"error\":{\"message\":\"no\"}}"), Script.json(TEXT_ONLY).cutAfter(10),
                Script.stallBeforeHeaders(), Script.resetBeforeHeaders(), Script.json("[\"" + "x".repeat(100_000) + "\"]"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theImageIsSentAndALineSaysSo(Script entry) {
        catalogueAnswers(entry);

        assertThat(call(uri("vision-1", CHECK, "requestTimeout=2000", "maxResponseSize=50000"), IMAGE).getMessage().getBody())
                .isEqualTo("A cat");

        assertThat(log.messages()).singleElement().asString().contains("vision-1", "unchecked");
    }

    @Test
    void theLineIsWrittenOnceForEachModel() {
        catalogueAnswers(Script.status(404));

        call(uri("a", CHECK), IMAGE);
        call(uri("a", CHECK), IMAGE);
        call(uri("b", CHECK), IMAGE);

        assertThat(log.messages()).hasSize(2);
        assertThat(log.messages().get(0)).contains("404").doesNotContain(KEY);
        assertThat(catalogueRequests()).as("a failure is kept, too").isEqualTo(2);
    }

    @Test
    void aModelsNameMakesNoSecondLine() {
        catalogueAnswers(Script.status(404));

        call(uri("*", CHECK), IMAGE, Map.of(LlmChatConstants.MODEL, "a\nWARN b"));

        assertThat(log.messages()).singleElement().asString().contains("a?WARN b").doesNotContain("\n");
    }
}
