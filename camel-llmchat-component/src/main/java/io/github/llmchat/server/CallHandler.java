package io.github.llmchat.server;

/** What answers the calls of one model. */
@FunctionalInterface
public interface CallHandler {

    /** Takes a call, on the server's pool; must not wait, and must answer it, now or later. */
    void handle(ServerCall call);
}
