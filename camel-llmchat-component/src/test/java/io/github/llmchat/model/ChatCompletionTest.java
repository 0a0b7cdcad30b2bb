package io.github.llmchat.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChatCompletionTest {

    @Test
    void tierAndLogProbabilitiesAreRead() {
        ChatCompletion completion = ChatCompletion.fromJson(
                "{\"service_tier\":\"flex\",\"choices\":[{\"logprobs\":{\"content\":[{\"token\":\"a\",\"logprob\":-0.5}]}},{}]}");

        assertThat(completion.serviceTier()).isEqualTo("flex");
        assertThat(completion.choices().get(0).logprobs().at("/content/0/logprob").asText()).isEqualTo("-0.5");
        assertThat(completion.choices().get(1).logprobs()).isNull();
    }

    @Test
    void answerOfOpenAiIsRead() {
        ChatCompletion completion = ChatCompletion.fromJson(WireFiles.read("openai/completion.json"));

        assertThat(completion.id()).isEqualTo("chatcmpl-Ab12");
        assertThat(completion.model()).isEqualTo("gpt-4o-2024-08-06");
        assertThat(completion.created()).isEqualTo(1763700000L);
        assertThat(completion.systemFingerprint()).isEqualTo("fp_0001");
        assertThat(completion.text()).isEqualTo("A cat on a wall.");
        assertThat(completion.finishReason()).isEqualTo("stop");
        assertThat(completion.reasoningContent()).isNull();
        assertThat(completion.usage().promptTokens()).isEqualTo(19);
        assertThat(completion.usage().completionTokens()).isEqualTo(6);
        assertThat(completion.usage().totalTokens()).isEqualTo(25);
        assertThat(completion.usage().cachedTokens()).isEqualTo(8);
        assertThat(completion.usage().reasoningTokens()).isEqualTo(2);
    }

    @Test
    void toolCallsAndReasoningAreThoseOfTheFirstAnswer() {
        ChatCompletion completion = ChatCompletion.fromJson(WireFiles.read("vllm/completion.json"));

        assertThat(completion.text()).isEmpty();
        assertThat(completion.reasoningContent()).isEqualTo("I need the weather.");
        assertThat(completion.toolCalls()).extracting(ToolCall::name).containsExactly("weather");
        assertThat(completion.usage().cachedTokens()).isNull();
    }

    @Test
    void otherNamesForCachedTokensAreKnown() {
        assertThat(ChatCompletion.fromJson(WireFiles.read("deepseek/completion.json")).usage().cachedTokens()).isEqualTo(12);
    }

    @Test
    void completionWithoutAnythingHasAnEmptyAnswer() {
        ChatCompletion empty = ChatCompletion.fromJson("{\"choices\":null,\"usage\":null}");

        assertThat(empty.id()).isNull();
        assertThat(empty.created()).isNull();
        assertThat(empty.choices()).isEmpty();
        assertThat(empty.text()).isEmpty();
        assertThat(empty.texts()).isEmpty();
        assertThat(empty.message()).isEqualTo(ChatMessage.assistant(""));
        assertThat(empty.finishReason()).isNull();
        assertThat(empty.toolCalls()).isEmpty();
        assertThat(empty.usage()).isNull();
    }

    @Test
    void severalAnswersAreInTheOrderOfTheirIndex() {
        ChatCompletion completion = json("{'choices':[{'index':1,'message':{'content':'b'}},{'message':{'content':'a'}},{}]}");

        assertThat(completion.texts()).containsExactly("a", "", "b");
        assertThat(completion.choices()).extracting(Choice::index).containsExactly(0, 0, 1);
        assertThat(completion.text()).isEqualTo("a");
    }

    @Test
    void messageWithoutARoleIsTheAssistants() {
        ChatCompletion completion = json("{'choices':[{'message':{'role':null,'content':'b'},'finish_reason':''}]}");

        assertThat(completion.message().toJson()).isEqualTo("{\"role\":\"assistant\",\"content\":\"b\"}");
        assertThat(completion.finishReason()).isNull();
        assertThat(completion.toJson()).contains("\"role\":null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1763700000        | 1763700000",
            "1763700000123     | 1763700000",
            "1763700000.56789  | 1763700000",
            "1.7637e9          | 1763700000",
            "0                 | 0",
            "1e999999999       |",
            "\"now\"           |",
            "null              |" })
    void createdIsInSecondsHoweverItWasSent(String value, Long seconds) {
        assertThat(json("{'created':" + value + "}").created()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'usage':{'total_tokens':1},'x_groq':{'usage':{'total_tokens':2}}} | 1",
            "{'usage':null,'choices':[{'usage':{'total_tokens':3}}]}            | 3",
            "{'choices':[{}],'x_groq':{'usage':{'total_tokens':2}}}             | 2" })
    void usageIsFoundWhereServersPutIt(String json, Long totalTokens) {
        assertThat(json(json).usage().totalTokens()).isEqualTo(totalTokens);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> json("[]")).hasMessage("A completion must be a JSON object, but is array");
        assertThatThrownBy(() -> json("")).isInstanceOf(IllegalArgumentException.class).hasMessage("A completion is not JSON");
        assertThatThrownBy(() -> ChatCompletion.fromJson(new byte[0])).hasMessage("A completion is not JSON");
    }

    private static ChatCompletion json(String json) {
        return ChatCompletion.fromJson(json.replace('\'', '"'));
    }
}
