package io.github.llmchat.benchmark.soak;

/** How a call takes its answer. */
enum SoakWay {

    /** Not streamed. */
    whole("output=text"),
    /** Streamed, the body is the whole text. */
    wholeStream("streaming=true&output=text"),
    /** Each chunk an exchange. */
    chunksTo("output=text&chunksTo=direct:chunk"),
    /** The body is iterated over. */
    iterator("streaming=true"),
    /** The body is subscribed to. */
    publisher("streaming=true");

    final String options;

    SoakWay(String options) {
        this.options = options;
    }

    String entry() {
        return "direct:" + name();
    }
}
