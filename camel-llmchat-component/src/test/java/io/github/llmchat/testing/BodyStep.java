package io.github.llmchat.testing;

import java.io.IOException;

/** One step of a streamed body. */
@FunctionalInterface
interface BodyStep {

    void run(BodyWriter body) throws IOException, InterruptedException;
}
