package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/**
 * An answer of the demo gateway.
 *
 * @param id           the completion's id
 * @param model        the model that was asked
 * @param pieces       its text, cut into what a stream sends as one chunk each, and counts as one token each
 * @param calls        the tools that it wants to be called
 * @param promptTokens tokens of the prompt
 * @param finishReason {@code stop}, {@code tool_calls}, or {@code length} if the request's limit cut the text
 */
record DemoAnswer(String id, String model, List<String> pieces, List<DemoToolCall> calls, int promptTokens,
        String finishReason) {

    /** An answer of text alone. */
    DemoAnswer(String id, String model, List<String> pieces, int promptTokens, String finishReason) {
        this(id, model, pieces, List.of(), promptTokens, finishReason);
    }

    String text() {
        return String.join("", pieces);
    }

    int completionTokens() {
        return pieces.size() + calls.stream().mapToInt(call -> call.pieces().size()).sum();
    }
}
