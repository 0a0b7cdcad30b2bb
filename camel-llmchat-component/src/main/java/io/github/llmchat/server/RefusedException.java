package io.github.llmchat.server;

/** A request that is answered with an error before a route sees it. */
final class RefusedException extends Exception {

    private final transient ErrorReply reply;

    RefusedException(ErrorReply reply) {
        super(reply.message(), null, false, false);
        this.reply = reply;
    }

    ErrorReply reply() {
        return reply;
    }
}
