package io.github.llmchat.benchmark.gateway;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.vertx.core.buffer.Buffer;

/** What goes over the wire. */
public final class Wire {

    private static final String END = "data: {\"id\":\"0\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                                      + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                                      + "data: [DONE]\n\n";

    private Wire() {
    }

    /** {@return the time that a chunk carries as its id, in microseconds: the clock that two JVMs share} */
    public static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** The text needs no escapes. */
    static Buffer chunk(String text) {
        return Buffer.buffer("data: {\"id\":\"" + micros() + "\",\"object\":\"chat.completion.chunk\",\"created\":1,"
                             + "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text
                             + "\"},\"finish_reason\":null}]}\n\n");
    }

    /** The chunk with the finish reason, and the end marker. */
    static Buffer streamEnd() {
        return Buffer.buffer(END);
    }

    /** An answer that is not streamed; the text needs no escapes. */
    static Buffer whole(String text) {
        return Buffer.buffer("{\"id\":\"0\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
                             + "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                             + "\"},\"finish_reason\":\"stop\"}]}");
    }

    /** An error of this type. */
    static Buffer error(String type) {
        return Buffer.buffer("{\"error\":{\"message\":\"simulated\",\"type\":\"" + type + "\",\"code\":null}}");
    }
}
