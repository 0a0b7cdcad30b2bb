package io.github.llmchat.scenario.faults;

import java.util.stream.Stream;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ContextLengthException;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.PermissionException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.testing.Script;

/** Answers whose status says that something is wrong. */
final class StatusFaults {

    private StatusFaults() {
    }

    static Stream<Fault> all() {
        return Stream.of(refusals(), troubles(), bodies()).flatMap(faults -> faults);
    }

    private static Stream<Fault> refusals() {
        return Stream.of(
                status(302, null, BadRequestException.class),
                status(400, "invalid_value", BadRequestException.class),
                status(400, "context_length_exceeded", ContextLengthException.class),
                status(401, "invalid_api_key", AuthenticationException.class),
                status(402, "payment_required", QuotaException.class),
                status(403, null, PermissionException.class),
                status(404, "model_not_found", ModelNotFoundException.class),
                status(405, null, BadRequestException.class),
                status(413, null, BadRequestException.class),
                status(422, null, BadRequestException.class),
                status(429, "insufficient_quota", QuotaException.class));
    }

    private static Stream<Fault> troubles() {
        Stream<Fault> server = Stream.of(408, 409, 500, 502, 503, 504, 529).map(status -> fault(status, null,
                Ending.status(status, ServerException.class).afterRetries()));
        return Stream.concat(server, Stream.of(fault(429, "rate_limit_exceeded",
                Ending.status(429, RateLimitException.class).afterRetries())));
    }

    private static Stream<Fault> bodies() {
        Ending unavailable = Ending.status(503, ServerException.class).afterRetries();
        return Stream.of(
                Fault.of("503 without a body", Script.status(503), unavailable),
                Fault.of("503 whose body is cut", Script.error(503, "t", "c", "Busy").cutAfter(20), unavailable),
                Fault.of("503 whose body stalls", Script.sse().withStatus(503).contentType("text/plain").raw("Bu").stall(),
                        unavailable)
                        .with("readTimeout=1000"),
                Fault.of("401 with a damaged gzip body",
                        Script.status(401).header("Content-Encoding", "gzip").body("text/plain", "x".repeat(99)),
                        Ending.status(401, AuthenticationException.class)));
    }

    private static Fault status(int status, String code, Class<? extends ChatException> type) {
        return fault(status, code, Ending.status(status, type));
    }

    private static Fault fault(int status, String code, Ending ending) {
        return Fault.of("status " + status + (code == null ? "" : " " + code), Script.error(status, "a_type", code, "No"),
                ending);
    }
}
