/** A queue of prompts in Kafka: the window beside batches, and one process beside several. */
package io.github.llmchat.benchmark.queue;
