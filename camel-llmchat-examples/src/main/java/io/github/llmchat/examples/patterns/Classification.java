package io.github.llmchat.examples.patterns;

/**
 * What the model answers in {@code classify.yaml}.
 *
 * @param department who takes care of the message
 */
public record Classification(Department department) {

    /** The departments that a message can go to. */
    public enum Department {
        /** Payments, refunds, invoices. */
        BILLING,
        /** Faults of products, of the app, of the site. */
        TECHNICAL,
        /** Everything else. */
        OTHER
    }
}
