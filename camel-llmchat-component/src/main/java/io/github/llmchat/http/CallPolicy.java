package io.github.llmchat.http;

/**
 * Internal. When a call may be sent, and when it is sent again.
 *
 * @param retry    whether a failed request is tried again
 * @param governor lets requests go
 */
public record CallPolicy(RetryPolicy retry, Governor governor) {
}
