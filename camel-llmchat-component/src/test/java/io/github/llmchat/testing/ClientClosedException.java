package io.github.llmchat.testing;

import java.io.IOException;

/** The client closed or reset the connection while a script was playing: an event to count, not an error. */
final class ClientClosedException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientClosedException(Throwable cause) {
        super("the client closed the connection", cause);
    }
}
