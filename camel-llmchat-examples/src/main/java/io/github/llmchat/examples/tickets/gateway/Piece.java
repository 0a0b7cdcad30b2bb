package io.github.llmchat.examples.tickets.gateway;

/**
 * What a served route gives at a time.
 *
 * @param body  a text, or a chunk with something else
 * @param paced whether it takes the model time, as text and arguments do; other pieces come at once
 */
record Piece(Object body, boolean paced) {

    boolean isText() {
        return body instanceof String;
    }
}
