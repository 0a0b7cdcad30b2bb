/** What single parts of the component cost, measured with JMH beside what others do in their place. */
package io.github.llmchat.benchmark.jmh;
