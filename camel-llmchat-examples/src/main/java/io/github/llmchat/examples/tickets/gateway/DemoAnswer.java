package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/**
 * An answer of the demo gateway.
 *
 * @param id           the completion's id
 * @param model        the model that was asked
 * @param pieces       its text, cut into what a stream sends as one chunk each, and counts as one token each
 * @param promptTokens tokens of the prompt
 * @param finishReason {@code stop}, or {@code length} if the request's limit cut the text
 */
record DemoAnswer(String id, String model, List<String> pieces, int promptTokens, String finishReason) {

    String text() {
        return String.join("", pieces);
    }
}
