/**
 * Speaks the Chat Completions API to clients: reads requests, writes answers whole or as server-sent events, lists the
 * models, and says what is wrong in OpenAI's error object. On the Vert.x HTTP server that Camel's runtime has.
 * Internal, may change. It knows nothing of routes: the root package gives it a handler for each model.
 */
package io.github.llmchat.server;
