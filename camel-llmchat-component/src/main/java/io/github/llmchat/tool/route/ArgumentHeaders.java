package io.github.llmchat.tool.route;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which arguments become message headers: none by which a model could steer the steps of a tool's route. */
final class ArgumentHeaders {

    /** Camel's own headers steer its components. */
    private static final List<String> CAMELS = List.of("camel", "org.apache.camel");

    /**
     * What an http: step would take over as the framing, the credentials or the sender of its request; and JMS's own.
     */
    private static final List<String> PREFIXES = List.of("proxy-", "x-forwarded-", "sec-", "jms");

    private static final Set<String> HTTPS = Set.of(
            "host", "authorization", "cookie", "set-cookie", "content-length", "content-type", "content-encoding",
            "transfer-encoding", "connection", "keep-alive", "upgrade", "te", "trailer", "expect", "via", "forwarded",
            "origin");

    private ArgumentHeaders() {
    }

    /** Whether a name is one of Camel's, in any case. */
    static boolean isCamels(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CAMELS.stream().anyMatch(lower::startsWith);
    }

    /** Whether an argument of this name may be a header. */
    static boolean isAllowed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !isCamels(lower) && !HTTPS.contains(lower) && PREFIXES.stream().noneMatch(lower::startsWith);
    }
}
