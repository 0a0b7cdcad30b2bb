package io.github.llmchat.error;

import java.time.Duration;

import io.github.llmchat.model.ChatCompletion;

/**
 * Something took longer than an option allows. {@link #timeout()} says which, and with it the option to raise.
 */
public final class ChatTimeoutException extends ChatException {

    /** @serial which time ran out */
    private final Timeout timeout;

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param timeout which time ran out
     * @param partial what was received of the answer, or {@code null}
     * @param cause   the exception behind this one, or {@code null}
     */
    public ChatTimeoutException(String message, ErrorDetails details, Timeout timeout, ChatCompletion partial,
                                Throwable cause) {
        super(message, details, partial, cause);
        this.timeout = timeout;
    }

    /**
     * The exception for a time that ran out, with a message that names the option.
     *
     * @param  timeout which time ran out
     * @param  limit   how long was waited
     * @param  details what is known about the call
     * @param  partial what was received of the answer, or {@code null}
     * @return         the exception
     */
    public static ChatTimeoutException of(Timeout timeout, Duration limit, ErrorDetails details, ChatCompletion partial) {
        String message = timeout.what + " for " + words(limit) + " (option " + timeout.option + ")";
        return new ChatTimeoutException(message, details, timeout, partial, null);
    }

    /**
     * Which time ran out.
     *
     * @return the timeout, never {@code null}
     */
    public Timeout timeout() {
        return timeout;
    }

    @Override
    public String category() {
        return "SERVER_ERROR";
    }

    private static String words(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /**
     * The times that can run out. Each is an option of the endpoint.
     */
    public enum Timeout {
        /** No connection to the gateway was had. */
        CONNECT("connectTimeout", "The gateway did not take the connection"),
        /** Not a byte came. */
        READ("readTimeout", "The gateway sent no byte"),
        /** Bytes came, but no chunk: only keep-alives. */
        CHUNK("chunkTimeout", "The gateway sent no chunk"),
        /** A whole answer took too long. */
        REQUEST("requestTimeout", "The answer was not complete after waiting"),
        /** A streamed answer took too long. */
        STREAM("streamTimeout", "The stream had not ended after running"),
        /** An answer with all its tool calls took too long. */
        AGENTIC("agenticTimeout", "The answer and its tool calls were not complete after waiting");

        private final String option;
        private final String what;

        Timeout(String option, String what) {
            this.option = option;
            this.what = what;
        }

        /**
         * The option that sets this time.
         *
         * @return the name of the option, such as {@code readTimeout}
         */
        public String option() {
            return option;
        }
    }
}
