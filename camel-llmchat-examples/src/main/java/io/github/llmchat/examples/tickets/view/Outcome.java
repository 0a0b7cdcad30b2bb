package io.github.llmchat.examples.tickets.view;

/** What became of a ticket, and the topic that its result is in. */
public enum Outcome {

    /** The model's answer can go to the customer. */
    ANSWERED("answers", "answered"),

    /** The model wants a person to look at it. */
    ESCALATED("escalations", "escalated"),

    /** There is no answer; the record's headers say why. */
    FAILED("tickets.failed", "failed");

    private final String topic;
    private final String label;

    Outcome(String topic, String label) {
        this.topic = topic;
        this.label = label;
    }

    /**
     * Where results of this kind go.
     *
     * @return the topic's name
     */
    public String topic() {
        return topic;
    }

    /**
     * What it is called in tables.
     *
     * @return one word
     */
    public String label() {
        return label;
    }
}
