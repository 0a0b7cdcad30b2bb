package io.github.llmchat.server;

/** Internal. The client has closed the connection before it had its answer. */
public final class ClientGoneException extends Exception {

    ClientGoneException() {
        super("The client has closed the connection before it had its answer", null, false, false);
    }
}
