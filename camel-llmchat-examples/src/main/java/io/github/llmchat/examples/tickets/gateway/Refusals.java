package io.github.llmchat.examples.tickets.gateway;

import java.time.Duration;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ContextLengthException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;

/** What the demo gateway's routes throw; the component makes status and error object of it. */
final class Refusals {

    private static final String INVALID = "invalid_request_error";
    private static final Duration SALE = Duration.ofSeconds(1);

    private Refusals() {
    }

    static ChatException noPrompt() {
        return new BadRequestException(
                "'messages' must hold a user message that is not empty.", details(400, INVALID, null, "messages", null));
    }

    static ChatException contextLengthExceeded(int characters) {
        return new ContextLengthException(
                "This model's maximum context length is " + DemoGateway.CONTEXT_LIMIT + " characters. Your messages have "
                                          + characters + " characters.",
                details(400, INVALID, "context_length_exceeded", "messages", null));
    }

    static ChatException rateLimited() {
        return new RateLimitException(
                "Too many requests for this sale. Try again in 1s.",
                details(429, "requests", "rate_limit_exceeded", null, SALE));
    }

    static ChatException overloaded(String model) {
        return new ServerException(
                "The model '" + model + "' is overloaded.", details(503, "server_error", "model_overloaded", null, null));
    }

    private static ErrorDetails details(int status, String type, String code, String param, Duration retryAfter) {
        return new ErrorDetails(status, type, code, param, null, retryAfter, null, null);
    }
}
