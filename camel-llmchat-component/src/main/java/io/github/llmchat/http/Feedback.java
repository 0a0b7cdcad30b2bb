package io.github.llmchat.http;

import java.time.Duration;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.stream.AnswerHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What answers and refusals say about the pace: for the call itself, and for all others with the same gateway and key.
 * Log lines have none of the gateway's words.
 */
final class Feedback {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayCall.class);

    private final RetryPolicy retry;
    private final Governor governor;

    Feedback(CallPolicy policy) {
        this.retry = policy.retry();
        this.governor = policy.governor();
    }

    /** The gateway has taken the request; to be told before the request's turn is. */
    void answered(AnswerHead head) {
        if (retry.waits() && head.resetMillis() != null && head.resetMillis() > 0) {
            Duration untilReset = retry.atMost(Duration.ofMillis(head.resetMillis()));
            if (head.remainingRequests() != null) {
                governor.remaining(head.remainingRequests(), untilReset);
            }
            if (head.remainingTokens() != null && head.remainingTokens() == 0) {
                governor.pause(untilReset);
            }
        }
    }

    /**
     * Nothing of an answer has come.
     *
     * @param  before how often the request was sent again already
     * @return        the wait before it is sent again; null if it is not
     */
    Duration refused(GatewayRequest request, ChatException failure, int before) {
        // what was refused took nothing
        governor.correct(-request.tokens());
        Duration wait = retry.next(before, failure);
        if (failure instanceof RateLimitException && retry.waits()) {
            Duration asked = failure.retryAfter() == null ? retry.backoff(before) : failure.retryAfter();
            governor.refused(retry.atMost(wait == null ? asked : wait));
        }
        tell(failure, wait, before);
        return wait;
    }

    private void tell(ChatException failure, Duration wait, int before) {
        if (wait != null) {
            LOG.info("{} {}; sending the request again in {} ms (retry {} of {})", failure.url(), reason(failure),
                    wait.toMillis(), before + 1, retry.maxRetries());
        } else if (failure.retryAfter() != null && before < retry.maxRetries()) {
            LOG.info("{} {} and asks for a pause of {} ms: not sent again (maxRetryDelay is {} ms)", failure.url(),
                    reason(failure), failure.retryAfter().toMillis(), retry.maxDelay().toMillis());
        }
    }

    /** Not the exception's message: it has the gateway's words. */
    private static String reason(ChatException failure) {
        return failure.httpStatus() == 0
                ? "broke the connection (" + failure.getClass().getSimpleName() + ")" : "answered " + failure.httpStatus();
    }
}
