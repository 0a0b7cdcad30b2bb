package io.github.llmchat.benchmark.jmh;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A chunk as somebody would map it who knows what comes. All fields that OpenAI sends, none that others add. */
record ChunkRecord(
        String id,
        String object,
        long created,
        String model,
        @JsonProperty("system_fingerprint") String systemFingerprint,
        List<Choice> choices,
        Usage usage) {

    record Choice(int index, Delta delta, Object logprobs, @JsonProperty("finish_reason") String finishReason) {
    }

    record Delta(String role, String content, String refusal, @JsonProperty("tool_calls") List<Call> toolCalls) {
    }

    record Call(int index, String id, String type, Function function) {
    }

    record Function(String name, String arguments) {
    }

    record Usage(
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("completion_tokens") long completionTokens,
            @JsonProperty("total_tokens") long totalTokens,
            @JsonProperty("prompt_tokens_details") PromptDetails promptDetails,
            @JsonProperty("completion_tokens_details") CompletionDetails completionDetails) {
    }

    record PromptDetails(@JsonProperty("cached_tokens") long cached, @JsonProperty("audio_tokens") long audio) {
    }

    record CompletionDetails(
            @JsonProperty("reasoning_tokens") long reasoning,
            @JsonProperty("audio_tokens") long audio,
            @JsonProperty("accepted_prediction_tokens") long accepted,
            @JsonProperty("rejected_prediction_tokens") long rejected) {
    }
}
