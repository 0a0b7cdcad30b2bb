package io.github.llmchat.testing;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * What {@link ScriptedGateway} does with one request. Scripts are immutable: one script may answer any number of
 * requests, at the same time too, and each fluent method returns a new script.
 */
public abstract class Script {

    /** The {@code id} in every document that a script makes up, unless {@link SseScript#identity} says otherwise. */
    public static final String ID = "chatcmpl-scripted";

    /** The {@code model} in every document that a script makes up, unless {@link SseScript#identity} says otherwise. */
    public static final String MODEL = "scripted-model";

    /** The {@code created} time in every document that a script makes up, in seconds since 1970. */
    public static final long CREATED = 1_767_225_600L;

    Script() {
    }

    /**
     * A whole answer with status 200 and {@code application/json}.
     *
     * @param body the JSON text, sent as it is in UTF-8
     */
    public static WholeScript json(String body) {
        return status(200).body("application/json", body);
    }

    /**
     * A whole {@code chat.completion} with {@link #ID}, {@link #MODEL}, {@link #CREATED}, the finish reason
     * {@code stop} and a usage of 10 prompt and 5 completion tokens.
     *
     * @param text the assistant's text
     */
    public static WholeScript answer(String text) {
        return json(new ChatJson(ID, MODEL).completion(text));
    }

    /**
     * An answer with this status and, until {@link WholeScript#body} adds one, no body.
     *
     * @param status 200 to 599
     */
    public static WholeScript status(int status) {
        return WholeScript.of(status);
    }

    /**
     * A failure before the first byte of an answer, with OpenAI's error object as the body.
     *
     * @param status  the HTTP status, 400 to 599
     * @param type    the error's {@code type}, may be {@code null}
     * @param code    the error's {@code code}, may be {@code null}
     * @param message the error's {@code message}
     */
    public static WholeScript error(int status, String type, String code, String message) {
        return status(status).body("application/json", ChatJson.error(type, code, message));
    }

    /**
     * A stream of server-sent events: status 200, {@code text/event-stream}, chunked transfer coding, no events yet.
     * The headers go out before the first step is played.
     */
    public static SseScript sse() {
        return SseScript.empty();
    }

    /** Resets the connection (RST) when the request has been read. */
    public static Script resetBeforeHeaders() {
        return of(Wire::reset);
    }

    /** Closes the connection (FIN) when the request has been read. */
    public static Script closeBeforeHeaders() {
        return of(Wire::close);
    }

    /** Sends nothing until the client closes the connection or the gateway stops. */
    public static Script stallBeforeHeaders() {
        return of(Wire::stall);
    }

    /**
     * Sends these bytes in place of an HTTP response, then closes the connection (FIN).
     *
     * @param bytes what to send, copied
     */
    public static Script garbage(byte[] bytes) {
        byte[] copy = bytes.clone();
        return of(wire -> {
            wire.write(copy);
            wire.close();
        });
    }

    /**
     * Sends bytes in place of an HTTP response, and more of them without end, until the client closes the connection or
     * the gateway stops.
     *
     * @param begin what to send once, copied
     * @param more  asked for each further piece, on the connection's thread
     */
    public static Script endless(byte[] begin, Supplier<byte[]> more) {
        byte[] copy = begin.clone();
        return of(wire -> {
            wire.write(copy);
            for (;;) {
                wire.write(more.get());
            }
        });
    }

    static Script of(Step step) {
        return new Script() {
            @Override
            void play(Wire wire) throws IOException, InterruptedException {
                step.run(wire);
            }
        };
    }

    /**
     * Plays the script on the connection's thread. A connection that is still open afterwards serves its next request.
     */
    abstract void play(Wire wire) throws IOException, InterruptedException;
}
