package io.github.llmchat.benchmark.compare;

import io.github.llmchat.benchmark.driver.Outcome;

/**
 * One run of one contender.
 *
 * @param outcome what it came to
 * @param server  cores that the load server used meanwhile
 * @param others  cores that everything else on the machine used meanwhile
 */
record Sample(Outcome outcome, double server, double others) {
}
