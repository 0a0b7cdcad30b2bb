package io.github.llmchat.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.UnaryOperator;

import io.github.llmchat.model.ApiError;

/**
 * What is known about a failed call, apart from the words for it. Immutable.
 *
 * @param  httpStatus  the HTTP status of the answer, 0 when no answer was had. It may be 200: gateways report errors
 *                     there too
 * @param  type        the {@code type} of the error object, or {@code null}
 * @param  code        the {@code code} of the error object as text, or {@code null}
 * @param  param       the request field that the gateway blames, or {@code null}
 * @param  requestId   the id under which the gateway's operators find the request, or {@code null}
 * @param  retryAfter  how long the gateway asked to wait, or {@code null}
 * @param  url         the URL that was called, without user information and query, or {@code null}
 * @param  shouldRetry whether the gateway says that the request may be sent again, or {@code null} if it does not say
 * @serial             exclude
 */
public record ErrorDetails(
        int httpStatus,
        String type,
        String code,
        String param,
        String requestId,
        Duration retryAfter,
        String url,
        Boolean shouldRetry) implements Serializable {

    /** Nothing is known. */
    public static final ErrorDetails NONE = new ErrorDetails(0, null, null, null, null, null, null, null);

    /**
     * The details of an error object.
     *
     * @param  error the error object, or {@code null} for {@link #NONE}
     * @return       its type, code and param, and nothing else
     */
    public static ErrorDetails of(ApiError error) {
        return NONE.withError(error);
    }

    /**
     * A copy with another HTTP status.
     *
     * @param  status the status, 0 for none
     * @return        the copy
     */
    public ErrorDetails withHttpStatus(int status) {
        return new ErrorDetails(status, type, code, param, requestId, retryAfter, url, shouldRetry);
    }

    /**
     * A copy with another request id.
     *
     * @param  id the id, or {@code null}
     * @return    the copy
     */
    public ErrorDetails withRequestId(String id) {
        return new ErrorDetails(httpStatus, type, code, param, id, retryAfter, url, shouldRetry);
    }

    /**
     * A copy with another time to wait.
     *
     * @param  time the time, or {@code null}
     * @return      the copy
     */
    public ErrorDetails withRetryAfter(Duration time) {
        return new ErrorDetails(httpStatus, type, code, param, requestId, time, url, shouldRetry);
    }

    /**
     * A copy with another URL.
     *
     * @param  sanitisedUrl the URL, without user information and query, or {@code null}
     * @return              the copy
     */
    public ErrorDetails withUrl(String sanitisedUrl) {
        return new ErrorDetails(httpStatus, type, code, param, requestId, retryAfter, sanitisedUrl, shouldRetry);
    }

    /**
     * A copy with another word on retries.
     *
     * @param  retry whether the request may be sent again, or {@code null}
     * @return       the copy
     */
    public ErrorDetails withShouldRetry(Boolean retry) {
        return new ErrorDetails(httpStatus, type, code, param, requestId, retryAfter, url, retry);
    }

    /**
     * A copy with the type, code and param of an error object.
     *
     * @param  error the error object; with {@code null} the details stay as they are
     * @return       the copy
     */
    public ErrorDetails withError(ApiError error) {
        if (error == null) {
            return this;
        }
        return new ErrorDetails(httpStatus, error.type(), error.code(), error.param(), requestId, retryAfter, url, shouldRetry);
    }

    /**
     * A copy of which type, code and param may be shown.
     *
     * @param  safe takes secrets out of a text
     * @return      the copy
     */
    public ErrorDetails withSafeText(UnaryOperator<String> safe) {
        return new ErrorDetails(
                httpStatus, safe(type, safe), safe(code, safe), safe(param, safe), requestId, retryAfter, url, shouldRetry);
    }

    private static String safe(String text, UnaryOperator<String> safe) {
        return text == null ? null : safe.apply(text);
    }
}
