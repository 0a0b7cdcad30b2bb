/** The benchmark: drivers side by side, and the report of what they took; docs/performance.md. */
package io.github.llmchat.benchmark.compare;
