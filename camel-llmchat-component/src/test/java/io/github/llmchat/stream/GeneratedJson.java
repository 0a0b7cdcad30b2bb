package io.github.llmchat.stream;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** JSON that looks like chunks and answers, with the right names in all the wrong places. */
final class GeneratedJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GeneratedJson() {
    }

    /** Documents as text. */
    static Arbitrary<String> documents() {
        Arbitrary<Object> delta = object(values(2));
        Arbitrary<Object> choice = Arbitraries.maps(
                Arbitraries.of("index", "finish_reason", "delta", "message", "logprobs", "usage"),
                Arbitraries.frequencyOf(Tuple.of(3, delta), Tuple.of(1, values(2)))).ofMaxSize(5).map(map -> map);
        Arbitrary<Object> choices = Arbitraries.frequencyOf(
                Tuple.of(4, choice.list().ofMaxSize(3).map(list -> list)), Tuple.of(1, values(2)));
        Arbitrary<Object> chunk = Arbitraries.maps(Arbitraries.of("choices", "choices", "x"), choices).ofMaxSize(2)
                .flatMap(first -> Arbitraries.maps(names(), values(2)).ofMaxSize(3).map(more -> {
                    more.putAll(first);
                    return more;
                }));
        return Arbitraries.frequencyOf(Tuple.of(5, chunk), Tuple.of(1, values(3))).map(GeneratedJson::write);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.of("", "text", "stop", "function", "assistant", "{\"a\":1}", "\uD83D\uDE00", "\uD83D", "<think>",
                        "[DONE]"),
                Arbitraries.integers().map(number -> number), Arbitraries.of(0, 1, -1, 1e300, 1.5, true, false),
                Arbitraries.just((Object) null).injectNull(1));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Object> inner = values(depth - 1);
        return Arbitraries.frequencyOf(Tuple.of(3, leaf), Tuple.of(1, inner.list().ofMaxSize(3).map(list -> list)),
                Tuple.of(3, object(inner)));
    }

    private static Arbitrary<Object> object(Arbitrary<Object> value) {
        return Arbitraries.maps(names(), value).ofMaxSize(4).map((Map<String, Object> map) -> map);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("id", "model", "object", "created", "choices", "usage", "error", "index", "delta", "message",
                "finish_reason", "role", "content", "reasoning", "reasoning_content", "thinking", "refusal", "tool_calls",
                "function", "name", "arguments", "type", "audio", "data", "transcript", "logprobs", "text", "total_tokens",
                "prompt_tokens_details", "base_resp", "status_code", "x_groq", "code", "x", "");
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
