package io.github.llmchat.scenario.result;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Message;
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
    void inTheOrderOfTheirNumbersWhateverOrderTheyAreSentIn() {
        gateway.willAnswer(Script.json("""
                {"choices":[{"index":1,"message":{"content":"Tails","x":"b"},"finish_reason":"length"},
                {"index":0,"message":{"content":"Heads","x":"a"},"finish_reason":"stop"}]}"""));

        Message answer = call(uri("gpt-4o", "n=2", "additionalResponseHeader.x=x"), "hi").getMessage();

        assertThat(answer.getBody()).asList().containsExactly("Heads", "Tails");
        assertThat(answer.getHeader("CamelLlmChatFinishReason")).isEqualTo("stop");
        assertThat(answer.getHeader("x")).isEqualTo("a");
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
