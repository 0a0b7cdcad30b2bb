package io.github.llmchat.scenario.failure;

import java.io.PrintWriter;
import java.io.StringWriter;

/** All that a log would show of an exception. */
final class StackTrace {

    private StackTrace() {
    }

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
