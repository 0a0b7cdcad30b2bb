package io.github.llmchat.scenario.stream;

/** The ways in which a route takes an answer. */
public enum Way {

    /** Not streamed. */
    PLAIN("output=completion"),
    /** Streamed on the wire, whole in the body. */
    WHOLE("streaming=true&output=completion"),
    /** Each chunk an exchange. */
    CHUNKS_TO("output=completion&chunksTo=direct:chunks"),
    /** The body is a stream that is iterated over. */
    ITERATOR("streaming=true"),
    /** The body is a stream that is subscribed to. */
    PUBLISHER("streaming=true");

    final String options;

    Way(String options) {
        this.options = options;
    }
}
