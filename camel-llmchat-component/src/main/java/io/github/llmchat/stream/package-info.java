/**
 * From events to chunks: reading, accumulating and handing over one streamed answer, with a bounded buffer. No Camel
 * and no HTTP in here. Only {@link io.github.llmchat.stream.ChatStream} is for users; the rest is internal and may
 * change.
 */
package io.github.llmchat.stream;
