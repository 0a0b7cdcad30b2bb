package io.github.llmchat.testing;

import java.io.IOException;

/** One step of a script, on the connection that it is played on. */
@FunctionalInterface
interface Step {

    void run(Wire wire) throws IOException, InterruptedException;
}
