package io.github.llmchat.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.sse.SseLimitException;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What it means when a call ends without an answer that has a status. */
final class FailureMapping {

    private volatile ErrorDetails where;
    private final Duration connectTimeout;

    FailureMapping(GatewayRequest request, Duration connectTimeout) {
        this.where = ErrorDetails.NONE.withUrl(SafeUrl.of(request.url()));
        this.connectTimeout = connectTimeout;
    }

    /** From now on failures can name the gateway's id of the request. */
    void answered(AnswerHead head) {
        where = head.details();
    }

    AnswerFailure ofTimeout(ChatTimeoutException.Timeout which, Duration after) {
        return partial -> ChatTimeoutException.of(which, after, where, partial);
    }

    /** The connection failed, or could not be had. */
    AnswerFailure ofTransport(Exception cause) {
        if (cause instanceof ConnectTimeoutException || cause instanceof ConnectionRequestTimeoutException) {
            return ofTimeout(ChatTimeoutException.Timeout.CONNECT, connectTimeout);
        }
        return partial -> partial == null
                ? new ConnectionException(describe(cause), where, cause)
                : new StreamTruncatedException("The connection broke in the middle of the stream", where, partial, cause);
    }

    private String describe(Exception cause) {
        if (cause instanceof UnknownHostException) {
            return "The host of " + where.url() + " is unknown; check baseUrl";
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "Can't connect to " + where.url() + ": check baseUrl, and whether the gateway runs";
        }
        if (cause instanceof SSLException) {
            return "TLS with " + where.url() + " failed: check sslContextParameters (" + cause.getMessage() + ")";
        }
        return "The connection to " + where.url() + " broke before the answer was complete";
    }

    /** What has arrived can't be taken in. */
    AnswerFailure ofReading(RuntimeException cause) {
        if (cause instanceof SseLimitException tooLarge) {
            return partial -> new LimitException(
                    "An event of the stream is larger than " + tooLarge.limit() + " bytes; raise maxEventSize if it may be",
                    where, "maxEventSize", tooLarge.limit(), partial, cause);
        }
        if (cause instanceof LimitException limit) {
            // not its cause: Camel's getException(type) would find that one, which knows nothing of the call
            return partial -> new LimitException(
                    limit.getMessage(), where, limit.option(), limit.limit(), partial, null);
        }
        if (cause instanceof ChatException known) {
            return partial -> known;
        }
        return partial -> new StreamErrorException("The answer can't be read", where, partial, cause);
    }
}
