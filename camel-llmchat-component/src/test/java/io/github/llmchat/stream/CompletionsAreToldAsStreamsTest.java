package io.github.llmchat.stream;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.sse.SseEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A completion that is told as a stream adds up to itself. */
class CompletionsAreToldAsStreamsTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', '"', '\n', '<', '\u4FEE').ofMaxLength(8);
    }

    @Property
    void andAddsUpToItself(
            @ForAll @IntRange(min = 1, max = 3) int choices, @ForAll("texts") String text, @ForAll("texts") String reasoning,
            @ForAll @IntRange(max = 3) int calls, @ForAll boolean usage, @ForAll boolean refusal)
            throws Exception {
        ObjectNode tree = Json.object().put("id", "c1").put("object", "chat.completion").put("created", 5).put("model", "m");
        for (int i = 0; i < choices; i++) {
            addChoice(tree, i, text, reasoning, calls, refusal);
        }
        if (usage) {
            tree.putObject("usage").put("prompt_tokens", 3).put("total_tokens", 5);
        }
        tree.put("system_fingerprint", "fp");

        assertThat(addedUp(ChatCompletion.fromTree(tree)).copyOfTree()).isEqualTo(tree);
    }

    private static void addChoice(ObjectNode tree, int index, String text, String reasoning, int calls, boolean refusal) {
        ObjectNode choice = tree.withArrayProperty("choices").addObject().put("index", index);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        message.put("content", text.isEmpty() && calls > 0 ? null : text);
        if (refusal) {
            message.put("refusal", "no");
        }
        if (!reasoning.isEmpty()) {
            message.put("reasoning_content", reasoning);
        }
        for (int i = 0; i < calls; i++) {
            message.withArrayProperty("tool_calls").addObject().put("id", "call" + i).put("type", "function")
                    .putObject("function").put("name", "f" + i).put("arguments", "{\"a\":" + i + "}");
        }
        message.withArrayProperty("annotations").addObject().put("type", "url_citation");
        choice.put("finish_reason", calls > 0 ? "tool_calls" : "stop");
        choice.putObject("logprobs").putArray("content").addObject().put("token", "x");
    }

    @Test
    void withAChunkForReasoningTextCallsEndAndUsage() throws Exception {
        ChatCompletion completion = ChatCompletion
                .fromJson("{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":"
                          + "{\"content\":\"Wait\",\"reasoning_content\":\"Hm\",\"tool_calls\":[{\"id\":\"c\",\"type\":"
                          + "\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}],\"usage\":{\"total_tokens\":5}}");

        List<JsonNode> chunks = CompletionEvents.of(completion).stream().limit(5).map(event -> tree(event)).toList();

        assertThat(chunks).extracting(chunk -> chunk.at("/choices/0/delta").toString()).containsExactly(
                "{\"reasoning_content\":\"Hm\"}", "{\"content\":\"Wait\"}",
                "{\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"},\"index\":0}]}",
                "{}", "");
        assertThat(chunks.get(3).at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(chunks.get(4).toString()).contains("\"choices\":[],\"usage\":{\"total_tokens\":5}");
        assertThat(CompletionEvents.of(completion).get(5).text()).isEqualTo("[DONE]");
    }

    @Test
    void choicesWithoutANumberAreNumbered() throws Exception {
        ChatCompletion completion
                = ChatCompletion.fromJson("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"A\"}},"
                                          + "{\"finish_reason\":\"stop\",\"message\":{\"content\":\"B\"}}]}");

        assertThat(addedUp(completion).choices()).extracting(choice -> choice.message().content()).containsExactly("A", "B");
    }

    private static ChatCompletion addedUp(ChatCompletion completion) throws Exception {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        List<SseEvent> events = CompletionEvents.of(completion);
        for (SseEvent event : events.subList(0, events.size() - 1)) {
            accumulator.add(ChatChunk.read(event.data(), 0));
        }
        assertThat(accumulator.finished()).isTrue();
        return accumulator.completion();
    }

    private static JsonNode tree(SseEvent event) {
        try {
            return Json.parse(event.data());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
