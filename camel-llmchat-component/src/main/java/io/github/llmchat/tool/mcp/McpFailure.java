package io.github.llmchat.tool.mcp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server failed. The message holds nothing that a server or a library said, and nothing of the options: commands,
 * URLs and headers may be secrets.
 */
final class McpFailure extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 20;

    McpFailure(String reason) {
        super(reason);
    }

    /** The same, naming the server. */
    McpFailure of(String server) {
        McpFailure named = new McpFailure("MCP server '" + server + "': " + getMessage());
        named.setStackTrace(getStackTrace());
        return named;
    }

    /** In plain words what the exception of a library means. */
    static McpFailure because(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof McpFailure failure) {
            return failure;
        }
        return new McpFailure(reason(cause));
    }

    static boolean isTimeout(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        return cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    }

    static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reason(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(MOST_CAUSES).toList();
        String words = causes.stream().filter(McpFailure.class::isInstance).map(Throwable::getMessage).findFirst().orElse(null);
        if (words != null) {
            return words;
        } else if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "its host is unknown";
        } else if (causes.stream().anyMatch(McpFailure::isTimeout)) {
            return "no answer in time";
        } else if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "no connection";
        }
        return "failed with " + thrown.getClass().getSimpleName();
    }
}
