package io.github.llmchat.scenario.stream;

import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatCompletion;
import org.apache.camel.Exchange;

/**
 * What a route got.
 *
 * @param texts      the texts of the chunks, without empty ones; of a whole answer its text
 * @param completion the completion, or null after a failure
 * @param exchange   the exchange as it ended
 */
public record Got(List<String> texts, ChatCompletion completion, Exchange exchange) {

    public String text() {
        return String.join("", texts);
    }

    public Exception failure() {
        return exchange.getException();
    }

    public ChatException chatFailure() {
        return exchange.getException(ChatException.class);
    }
}
