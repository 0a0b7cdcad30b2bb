package io.github.llmchat.scenario.thinking;

import java.util.stream.IntStream;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThinkingInTheTextIsTakenOutTest extends ThinkingScenario {

    private static final String TEXT = String.join("", PIECES);

    @Test
    void ofAWholeAnswer() {
        gateway.willAnswer(Script.answer(TEXT));

        Exchange exchange = answered("stripThinking=true");

        assertThat(exchange.getMessage().getBody()).isEqualTo("Yes <b>!");
        assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo("\nLet me see");
    }

    @ParameterizedTest
    @ValueSource(strings = { "streaming=true&output=text", "chunksTo=direct:chunk" })
    void ofAStreamThatAddsUp(String options) {
        gateway.willAnswer(stream(PIECES).finish("stop").usage(3, 9).done());

        Exchange exchange = answered("stripThinking=true&" + options);

        assertThat(exchange.getMessage().getBody()).isEqualTo("Yes <b>!");
        assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo("\nLet me see");
        assertThat(exchange.getMessage().getHeader("CamelLlmChatTotalTokens")).isEqualTo(12L);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void ofEachChunkAsIfTheGatewayHadSentItApart(boolean split) {
        gateway.willAnswer(stream(PIECES).finish("stop").usage(3, 9).done());

        ask(split ? "direct:streamed" : llmchat("stripThinking=true&chunksTo=direct:chunk"));

        assertThat(texts()).containsExactly("Yes", " <b>!");
        assertThat(thoughts()).containsExactly("\nLet me", " see");
        ChatMessage message = chunks.get(chunks.size() - 1).completion().message();
        assertThat(message.content()).isEqualTo("Yes <b>!");
        assertThat(message.reasoningContent()).isEqualTo("\nLet me see");
        // those whose text is held back arrive nevertheless, in their places
        assertThat(chunks).extracting(chunk -> chunk.index())
                .containsExactly(IntStream.range(0, PIECES.length + 3).boxed().toArray(Integer[]::new));
    }

    @Test
    void ofTheJsonOfChunksToo() {
        gateway.willAnswer(stream("<think>a</think>b").finish("stop").done());

        answered("stripThinking=true&chunksTo=direct:chunk");

        assertThat(chunks.get(0).data()).contains(
                "\"delta\":{\"role\":\"assistant\",\"content\":\"b\",\"reasoning_content\":\"a\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "output=completion", "output=completion&streaming=true" })
    void ofTheCompletion(String options) {
        gateway.willAnswer(options.contains("streaming") ? stream(PIECES).finish("stop").done() : Script.answer(TEXT));

        ChatCompletion completion = answered("stripThinking=true&" + options).getMessage().getBody(ChatCompletion.class);

        assertThat(completion.text()).isEqualTo("Yes <b>!");
        assertThat(completion.reasoningContent()).isEqualTo("\nLet me see");
        assertThat(completion.toJson()).contains("\"content\":\"Yes <b>!\"", "\"reasoning_content\":\"\\nLet me see\"")
                .doesNotContain("think>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "streaming=true&output=text" })
    void onlyIfAskedFor(String options) {
        gateway.willAnswer(options.isEmpty() ? Script.answer(TEXT) : stream(PIECES).finish("stop").done());

        Exchange exchange = answered(options);

        assertThat(exchange.getMessage().getBody()).isEqualTo(TEXT);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(REASONING);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Yes", " No tags.", "See <think>a</think>", "a</think>b" })
    void andNothingElseIsTouched(String text) {
        gateway.willAnswer(Script.answer(text), stream(text.split("(?<=.)")).finish("stop").done());

        assertThat(answered("stripThinking=true").getMessage().getBody()).isEqualTo(text);
        Exchange streamed = answered("stripThinking=true&streaming=true&output=text");
        assertThat(streamed.getMessage().getBody()).isEqualTo(text);
        assertThat(streamed.getMessage().getHeaders()).doesNotContainKey(REASONING);
    }

    @Test
    void whenAGatewayAnswersWholeToAStreamedCall() {
        gateway.willAnswer(Script.answer(TEXT));

        Exchange exchange = answered("stripThinking=true&chunksTo=direct:chunk");

        assertThat(exchange.getMessage().getBody()).isEqualTo("Yes <b>!");
        assertThat(texts()).containsExactly("Yes <b>!");
        assertThat(thoughts()).containsExactly("\nLet me see");
    }

    @Test
    void whenAGatewayStreamsToACallThatIsNotStreamed() {
        gateway.willAnswer(stream(PIECES).finish("stop").done());

        assertThat(answered("stripThinking=true").getMessage().getBody()).isEqualTo("Yes <b>!");
    }

    @Test
    void whenTheStreamBringsItInAMessage() {
        gateway.willAnswer(Script.sse().event(
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"<think>a</think>b\"},"
                                              + "\"finish_reason\":\"stop\"}]}")
                .done());

        Exchange exchange = answered("stripThinking=true&streaming=true&output=text");

        assertThat(exchange.getMessage().getBody()).isEqualTo("b");
        assertThat(exchange.getMessage().getHeader(REASONING)).isEqualTo("a");
    }
}
