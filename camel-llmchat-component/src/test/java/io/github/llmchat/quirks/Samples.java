package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents without a quirk, for cases that put one around them. */
final class Samples {

    /** The chunk that ends the answer. */
    static final String STOP = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    /** The chunk with the usage: 3 prompt tokens, 2 completion tokens. */
    static final String USAGE
            = "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}";
    /** A whole answer with the text {@code Hello}, the finish reason {@code stop} and the usage of {@link #USAGE}. */
    static final String HELLO = "{\"id\":\"c-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":"
                                + "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},"
                                + "\"finish_reason\":\"stop\"}],"
                                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}";

    private Samples() {
    }

    /** A chunk with a piece of text, which must need no escapes. */
    static String text(String piece) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + piece + "\"}}]}";
    }

    /** A chunk with a piece of text as a {@code data} line with its blank line. */
    static String textEvent(String piece) {
        return "data: " + text(piece) + "\n\n";
    }

    /** Fails unless this is one answer that ended with {@code stop} and has this text and nothing else. */
    static void assertText(String text, ChatCompletion completion) {
        assertThat(completion.choices()).hasSize(1);
        assertThat(completion.text()).isEqualTo(text);
        assertThat(completion.finishReason()).isEqualTo("stop");
        assertThat(completion.reasoningContent()).isNull();
        assertThat(completion.toolCalls()).isEmpty();
    }

    /** Fails unless the usage is that of {@link #USAGE}. */
    static void assertUsage(ChatCompletion completion) {
        assertThat(completion.usage()).isNotNull();
        assertThat(completion.usage().promptTokens()).isEqualTo(3);
        assertThat(completion.usage().completionTokens()).isEqualTo(2);
        assertThat(completion.usage().totalTokens()).isEqualTo(5);
    }

    /** The texts of all chunks, "" for those that have none. */
    static List<String> contents(List<ChatChunk> chunks) {
        return chunks.stream().map(ChatChunk::content).toList();
    }
}
