package io.github.llmchat.http;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ContextLengthException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.ModelNotFoundException;
import io.github.llmchat.error.PermissionException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.ApiError;
import org.apache.hc.core5.http.HttpResponse;

/** From an HTTP status and an error's body to the exception that says what to do. */
final class ErrorMapper {

    private static final Set<String> CONTEXT_CODES = Set.of("context_length_exceeded", "string_above_max_length");
    private static final Pattern CONTEXT_WORDS
            = Pattern.compile(
                    "maximum context length|context (?:window|length) (?:is )?exceed|exceeds? the (?:model's )?context",
                    Pattern.CASE_INSENSITIVE);

    private ErrorMapper() {
    }

    static ChatException toException(GatewayRequest request, HttpResponse response, byte[] body) {
        int status = response.getCode();
        ApiError error = body.length == 0 ? null : ApiError.fromBody(body);
        ErrorDetails details = ErrorDetails.of(error).withSafeText(text -> Confidential.masked(text, request))
                .withHttpStatus(status)
                .withRequestId(ResponseHeaders.requestId(request, response))
                .withRetryAfter(ResponseHeaders.retryAfter(response, Instant.now()))
                .withShouldRetry(ResponseHeaders.shouldRetry(response))
                .withUrl(SafeUrl.of(request.url()));
        String said = error == null ? "no explanation" : Confidential.masked(error.message(), request);
        return byStatus(request, said, details, response);
    }

    private static ChatException byStatus(
            GatewayRequest request, String said, ErrorDetails details, HttpResponse response) {
        int status = response.getCode();
        String message = "The gateway answered " + status + ": " + said;
        return switch (status) {
            case 300, 301, 302, 303, 304, 305, 306, 307, 308 -> redirect(request, details, response);
            case 401 -> new AuthenticationException(message + " (check apiKey)", details, null);
            case 402 -> new QuotaException(message, details, null);
            case 403 -> new PermissionException(message, details, null);
            case 404 ->
                new ModelNotFoundException(message + " (" + details.url() + "; check the model and baseUrl)", details, null);
            case 407 -> new AuthenticationException(
                    "The HTTP proxy answered 407: check proxyAuthUsername and proxyAuthPassword", details, null);
            case 429 -> "insufficient_quota".equals(details.code())
                    ? new QuotaException(message, details, null) : new RateLimitException(message, details, null);
            case 400, 413, 422 -> isContextLength(said, details)
                    ? new ContextLengthException(message, details, null) : new BadRequestException(message, details, null);
            case 408, 409 -> new ServerException(message, details, null);
            default -> status < 500
                    ? new BadRequestException(message, details, null) : new ServerException(message, details, null);
        };
    }

    private static boolean isContextLength(String said, ErrorDetails details) {
        return details.code() != null && CONTEXT_CODES.contains(details.code()) || CONTEXT_WORDS.matcher(said).find();
    }

    /** Not followed: most redirects would turn a POST into a GET, and the key must not travel to another host. */
    private static ChatException redirect(GatewayRequest request, ErrorDetails details, HttpResponse response) {
        String location = ResponseHeaders.value(response, "Location");
        String to = location == null ? "nowhere" : safe(location);
        String tooMany = SameServerRedirects.staysOnServer(request.url(), response)
                ? " (after " + SameServerRedirects.MAX + " others)" : "";
        return new BadRequestException(
                "The gateway answered " + response.getCode() + ", a redirect to " + to + tooMany
                                       + "; set baseUrl to where the API really is",
                details,
                null);
    }

    private static String safe(String location) {
        try {
            URI uri = URI.create(location);
            return uri.isAbsolute() ? SafeUrl.of(uri) : String.valueOf(uri.getRawPath());
        } catch (IllegalArgumentException e) {
            return "an unreadable location";
        }
    }
}
