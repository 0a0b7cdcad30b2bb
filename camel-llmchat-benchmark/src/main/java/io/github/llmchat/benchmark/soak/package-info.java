/** Calls and faults at random, for hours. */
package io.github.llmchat.benchmark.soak;
