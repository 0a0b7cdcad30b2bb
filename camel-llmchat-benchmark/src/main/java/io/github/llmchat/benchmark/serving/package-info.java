/** Routes that are models: what a pass-through costs beside a direct connection. */
package io.github.llmchat.benchmark.serving;
