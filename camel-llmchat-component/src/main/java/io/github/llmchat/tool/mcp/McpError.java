package io.github.llmchat.tool.mcp;

import java.io.IOException;

/** The server answered a request with an error of JSON-RPC: it is there, but did not do what was asked. */
final class McpError extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int INVALID_PARAMS = -32602;

    private final int code;
    /** What the server said; for the model, not for logs. */
    private final transient String words;

    McpError(int code, String words) {
        super("it answered with the error " + code);
        this.code = code;
        this.words = words;
    }

    boolean isAboutArguments() {
        return code == INVALID_PARAMS;
    }

    String words() {
        return words;
    }
}
