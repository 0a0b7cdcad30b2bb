package io.github.llmchat.stream;

/**
 * Internal. What the head of an answer says beside the status line's text.
 *
 * @param httpStatus        the HTTP status
 * @param requestId         the gateway's id of the request, or null
 * @param remainingRequests requests left in the rate limit's window, or null
 * @param remainingTokens   tokens left in the rate limit's window, or null
 * @param resetMillis       milliseconds until the slower of the two limits is reset, or null
 */
public record AnswerHead(int httpStatus, String requestId, Long remainingRequests, Long remainingTokens, Long resetMillis) {
}
