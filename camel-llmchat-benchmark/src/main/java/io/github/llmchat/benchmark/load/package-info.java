/** Many streams at once. */
package io.github.llmchat.benchmark.load;
