package io.github.llmchat.scenario.result;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeveralAnswersAreAListTest extends OneCallScenario {

    private static final Script TWO = Script.json("""
            {"choices":[{"index":0,"message":{"role":"assistant","content":"Heads"},"finish_reason":"stop"},
            {"index":1,"message":{"role":"assistant","content":"Tails"},"finish_reason":"stop"}]}""");

    @Test
    void ofTheirTexts() {
        gateway.willAnswer(TWO);

        assertThat(call(uri("gpt-4o", "n=2"), "hi").getMessage().getBody()).asList().containsExactly("Heads", "Tails");
        assertThat(onlyRequest().json().path("n")).hasToString("2");
    }

    @Test
    void alsoOfAStreamInTheirOrder() {
        gateway.willAnswer(Script.sse().delta(1, "{\"content\":\"Ta\"}").delta(0, "{\"content\":\"Heads\"}")
                .delta(1, "{\"content\":\"ils\"}").finish("stop").done());

        assertThat(call(uri("gpt-4o", "n=2", "streaming=true", "output=text"), "hi").getMessage().getBody()).asList()
                .containsExactly("Heads", "Tails");
    }

    @Test
    void messageIsTheFirst() {
        gateway.willAnswer(TWO);

        assertThat(call(uri("gpt-4o", "n=2", "output=message"), "hi").getMessage().getBody(ChatMessage.class).content())
                .isEqualTo("Heads");
    }
}
