package io.github.llmchat.benchmark.driver;

import java.util.Map;

/** x */
final class CallerHeaders {
    static final Map<String, Object> ALL = Map.of("tenant", "acme", "correlationId", "7f3c9a12", "priority", "5", "source",
            "queue:prompts", "replyTo", "queue:answers");

    private CallerHeaders() {
    }
}
