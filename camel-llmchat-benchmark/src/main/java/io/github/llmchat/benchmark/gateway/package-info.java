/** A gateway in a JVM of its own that streams to thousands of clients and breaks off on demand. */
package io.github.llmchat.benchmark.gateway;
