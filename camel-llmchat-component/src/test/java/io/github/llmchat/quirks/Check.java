package io.github.llmchat.quirks;

/** Shows that a quirk breaks no route. */
@FunctionalInterface
interface Check {

    /** Fails if what comes out of the routes is not what it should be. */
    void run(QuirkGateway gateway) throws Exception;
}
