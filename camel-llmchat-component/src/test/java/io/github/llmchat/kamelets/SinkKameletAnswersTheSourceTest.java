package io.github.llmchat.kamelets;

import io.github.llmchat.testing.Script;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SinkKameletAnswersTheSourceTest extends KameletScenario {

    SinkKameletAnswersTheSourceTest() {
        super("sink-*.yaml");
    }

    @Test
    void theReplyIsTheAnswer() {
        GATEWAY.willAnswer(Script.answer("Paris"));

        assertThat(ask("direct:question", "Capital of France?")).isEqualTo("Paris");
        assertThat(systemMessage()).isEqualTo("Be brief, & say (all) at 100%.");
    }

    @Test
    void anEndpointMayGetTheChunks() {
        GATEWAY.willAnswer(Script.sse().text("Pa", "ris").finish("stop").done());

        assertThat(ask("direct:spoken", "Capital of France?")).isEqualTo("Paris");

        MockEndpoint words = mock("mock:words?retainLast=10&copyOnExchange=true");
        assertThat(words.getExchanges()).extracting(chunk -> chunk.getMessage().getBody(String.class))
                .containsSubsequence("Pa", "ris");
    }
}
