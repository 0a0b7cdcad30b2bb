package io.github.llmchat.benchmark.serving;

import java.time.Duration;

import io.github.llmchat.benchmark.gateway.Fault;

/**
 * What clients do: one request after the other, or a single one.
 *
 * @param clients at once
 * @param chunks  of each answer
 * @param stream  whether answers are streamed
 * @param fault   {@link Fault#NONE} for answers that come at once, null for those at the gateway's pace
 * @param time    after which no client begins another request; 0 for one request each
 */
record Task(int clients, int chunks, boolean stream, Fault fault, Duration time) {
}
