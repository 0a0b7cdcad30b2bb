package io.github.llmchat.benchmark.jmh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Chunks as OpenAI sends them, without their line. */
final class ChunkJson {

    /** Stands for what a model says: words of usual lengths, one with an escape and one that is not ASCII. */
    private static final List<String> WORDS = List.of(
            "The", " order", " was", " shipped", " on", " Monday", ",", " and", " it", " should", " arrive", " in", " Zürich",
            " within", " three", " days", ".\\n\\n");

    private static final String HEAD
            = "{\"id\":\"chatcmpl-BXk0pWv3ZqT7dYc1LrNn5sEoUa2Gm\",\"object\":\"chat.completion.chunk\","
              + "\"created\":1764201600,\"model\":\"gpt-4o-mini-2024-07-18\","
              + "\"system_fingerprint\":\"fp_560af6e559\",\"choices\":[";

    private ChunkJson() {
    }

    /** {@return the chunk with the next word of a text} */
    static byte[] text(int number) {
        return bytes(choice("{\"content\":\"" + WORDS.get(number % WORDS.size()) + "\"}", "null"));
    }

    /** {@return the first chunk, which has the role and no text} */
    static byte[] role() {
        return bytes(choice("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null"));
    }

    /** {@return the chunk with the finish reason} */
    static byte[] finish() {
        return bytes(choice("{}", "\"stop\""));
    }

    /** {@return the chunk with which a tool call begins} */
    static byte[] toolCall(int call) {
        return bytes(choice("{\"tool_calls\":[{\"index\":" + call + ",\"id\":\"call_9fBq2XoWz" + call
                            + "\",\"type\":\"function\",\"function\":{\"name\":\"find_order\",\"arguments\":\"\"}}]}",
                "null"));
    }

    /** {@return a chunk with the next piece of a call's arguments} */
    static byte[] arguments(int call, String piece) {
        return bytes(choice("{\"tool_calls\":[{\"index\":" + call + ",\"function\":{\"arguments\":\"" + piece + "\"}}]}",
                "null"));
    }

    /** {@return the chunk that only has the usage} */
    static byte[] usage() {
        return (HEAD + "],\"usage\":{\"prompt_tokens\":512,\"completion_tokens\":1000,\"total_tokens\":1512,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":256,\"audio_tokens\":0},"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
                + "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}}").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the text's chunks, the first one with the role} */
    static List<byte[]> answer(int chunks) {
        List<byte[]> all = new ArrayList<>();
        all.add(role());
        for (int i = 1; i < chunks; i++) {
            all.add(text(i - 1));
        }
        return all;
    }

    private static String choice(String delta, String finishReason) {
        return "{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}";
    }

    private static byte[] bytes(String choice) {
        return (HEAD + choice + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
