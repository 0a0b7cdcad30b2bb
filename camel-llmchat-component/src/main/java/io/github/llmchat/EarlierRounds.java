package io.github.llmchat;

import io.github.llmchat.model.Usage;

/**
 * The calls that were made for an exchange before the current one.
 *
 * @param repairs how often the model was asked again because its answer did not match its schema
 * @param usage   what they took together, or null if that is not known
 */
record EarlierRounds(int repairs, Usage usage) {

    static final EarlierRounds NONE = new EarlierRounds(0, null);

    EarlierRounds repaired(Usage taken) {
        return new EarlierRounds(repairs + 1, plus(taken));
    }

    /** What all calls took, the current one included; null if no call said so. */
    Usage plus(Usage taken) {
        return usage == null ? taken : usage.plus(taken);
    }
}
