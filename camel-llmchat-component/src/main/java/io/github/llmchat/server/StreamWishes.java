package io.github.llmchat.server;

import io.github.llmchat.model.ChatRequest;

/**
 * What a client wants of a stream.
 *
 * @param usage whether a chunk with the usage is to come before the end
 */
record StreamWishes(boolean usage) {

    static StreamWishes of(ChatRequest request) {
        var options = request.get("stream_options");
        return new StreamWishes(options != null && options.path("include_usage").asBoolean());
    }
}
