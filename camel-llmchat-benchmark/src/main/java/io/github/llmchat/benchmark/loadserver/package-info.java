/** A gateway that costs next to nothing, in a process of its own: what is measured is who talks to it. */
package io.github.llmchat.benchmark.loadserver;
