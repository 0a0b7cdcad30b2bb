package io.github.llmchat.kafka;

import java.time.Duration;

import org.apache.camel.CamelContext;

/**
 * What a consumer of the window goes by.
 *
 * @param drainTimeout how long a partition that is taken away waits for what is in flight
 * @param orderByKey   whether records with one key are worked off one after the other
 * @param onFailure    what an unhandled failure does
 * @param deadLetters  where skipped records go; null for nowhere
 * @param camelContext null if it is not known before the first exchange
 */
record WindowSettings(Duration drainTimeout, boolean orderByKey, OnFailure onFailure, DeadLetters deadLetters,
        CamelContext camelContext) {
}
