package io.github.llmchat.stream;

import java.util.function.UnaryOperator;

import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.SafeText;

/**
 * Internal. What the head of an answer says beside the status line's text.
 *
 * @param httpStatus        the HTTP status
 * @param url               the URL that was called, fit to be shown
 * @param requestId         the gateway's id of the request, or null
 * @param remainingRequests requests left in the rate limit's window, or null
 * @param remainingTokens   tokens left in the rate limit's window, or null
 * @param resetMillis       milliseconds until the slower of the two limits is reset, or null
 * @param safeText          makes what this gateway says fit for the message of an exception
 * @param cached            whether no gateway was asked: the answer was kept, and is as it was read then
 */
public record AnswerHead(int httpStatus, String url, String requestId, Long remainingRequests, Long remainingTokens,
        Long resetMillis, UnaryOperator<String> safeText, boolean cached) {

    /** Nothing is known. */
    public static final AnswerHead NONE = new AnswerHead(0, null, null, null, null, null, SafeText::of, false);

    /** The answer was kept. */
    public static final AnswerHead CACHED = new AnswerHead(200, null, null, null, null, null, SafeText::of, true);

    /** Where a failure comes from that shows only in the answer's body. */
    public ErrorDetails details() {
        return ErrorDetails.NONE.withHttpStatus(httpStatus).withUrl(url).withRequestId(requestId);
    }
}
