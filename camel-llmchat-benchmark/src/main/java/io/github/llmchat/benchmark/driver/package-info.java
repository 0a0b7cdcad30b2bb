/** Ways to call a gateway, each in a JVM of its own, all given the same work. */
package io.github.llmchat.benchmark.driver;
