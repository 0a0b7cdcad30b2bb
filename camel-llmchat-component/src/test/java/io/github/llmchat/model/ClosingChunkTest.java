package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClosingChunkTest {

    private final ChatCompletion completion = ChatCompletion.fromJson(WireFiles.read("openai/completion.json"));
    private final ChatChunk closing = ChatChunk.closing(completion, 12);

    @Test
    void carriesTheWholeAnswer() {
        assertThat(closing.last()).isTrue();
        assertThat(closing.index()).isEqualTo(12);
        assertThat(closing.completion()).isSameAs(completion);
        assertThat(closing.finishReason()).isEqualTo("stop");
        assertThat(closing.usage().totalTokens()).isEqualTo(25);
        assertThat(closing.id()).isEqualTo("chatcmpl-Ab12");
        assertThat(closing.model()).isEqualTo("gpt-4o-2024-08-06");
    }

    @Test
    void addsNothingToTheAnswer() {
        assertThat(closing.content()).isEmpty();
        assertThat(closing.reasoningContent()).isNull();
        assertThat(closing.role()).isNull();
        assertThat(closing.choices()).isEmpty();
        assertThat(closing.toolCallDeltas()).isEmpty();
        assertThat(closing.isPlain()).isFalse();
        assertThat(closing.hasError()).isFalse();
    }

    @Test
    void itsJsonIsThatOfTheCompletion() {
        assertThat(closing.data()).isEqualTo(completion.toJson());
        assertThat(new String(closing.dataBytes(), StandardCharsets.UTF_8)).isEqualTo(completion.toJson());
        assertThat(closing.copyOfTree()).isEqualTo(completion.copyOfTree());
        assertThat(closing.get("service_tier").textValue()).isEqualTo("default");
    }

    @Test
    void everyOtherChunkHasNoCompletion() throws Exception {
        ChatChunk chunk = ChatChunk.read("{\"choices\":[]}".getBytes(StandardCharsets.UTF_8), 0);

        assertThat(chunk.last()).isFalse();
        assertThat(chunk.completion()).isNull();
    }
}
