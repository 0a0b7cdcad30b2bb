package io.github.llmchat.examples.tickets;

/**
 * A customer's message.
 *
 * @param id       its id, which is the key of its record in Kafka and of its result
 * @param customer who wrote it
 * @param text     what they wrote; may be empty or blank, as some of real messages are
 */
public record Ticket(String id, String customer, String text) {

    /**
     * Whether a gateway has to be asked: not for a message without text, which no model can answer.
     *
     * @return {@code false} if the text is empty or blank
     */
    public boolean needsCall() {
        return !text.isBlank();
    }
}
