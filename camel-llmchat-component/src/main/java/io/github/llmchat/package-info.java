/**
 * The Camel component {@code llmchat}: its endpoints call the Chat Completions API of any OpenAI-compatible gateway and
 * emit streamed chunks as exchanges.
 */
package io.github.llmchat;
