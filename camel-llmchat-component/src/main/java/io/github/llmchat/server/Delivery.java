package io.github.llmchat.server;

import io.github.llmchat.model.ChatCompletion;

/**
 * How the answer to a call has ended.
 *
 * @param completion what was answered, as far as it is known as a whole; null if it is not
 * @param failure    what kept the client from having the whole answer; null if it has it, or was told of the route's
 *                   failure
 */
public record Delivery(ChatCompletion completion, Throwable failure) {

    /** Whether the client closed the connection. */
    public boolean clientGone() {
        return failure instanceof ClientGoneException;
    }
}
