package io.github.llmchat.benchmark.load;

/** How the streams are read. */
enum Way {

    /** Each chunk an exchange of its own. */
    chunksTo,
    /** The body is a publisher with a subscriber. */
    publisher;

    String entry() {
        return "direct:" + name();
    }
}
