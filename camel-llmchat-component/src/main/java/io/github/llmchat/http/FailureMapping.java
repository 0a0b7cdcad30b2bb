package io.github.llmchat.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Pattern;

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
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** What it means when a call ends without an answer that has a status. */
final class FailureMapping {

    private static final Pattern CERTIFICATE_ALERT
            = Pattern.compile("alert.*(certificate|unknown_ca|access_denied|handshake_failure)", Pattern.CASE_INSENSITIVE);

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
        // HttpClient watches the clock for nothing but connecting, a TLS handshake included
        if (cause instanceof SocketTimeoutException || cause instanceof ConnectionRequestTimeoutException) {
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
            return "TLS with " + where.url() + " failed: " + tlsAdvice(String.valueOf(cause.getMessage()));
        }
        String broke = "The connection to " + where.url() + " broke before the answer was complete";
        // over HTTP/2 a refused handshake is seen as a closed connection only
        return where.httpStatus() == 0 && where.url().startsWith("https:")
                ? broke + "; if the gateway asks for a client certificate, check keyManagers of sslContextParameters" : broke;
    }

    /** An alert is what the other side sends. */
    private static String tlsAdvice(String said) {
        String advice = CERTIFICATE_ALERT.matcher(said).find()
                ? "the gateway refuses the client certificate, or misses one; check keyManagers of sslContextParameters"
                : "check sslContextParameters, above all its trustManagers";
        return advice + " (" + said + ")";
    }

    /** Nothing was sent. */
    AnswerFailure ofTooManyWaiting(int limit) {
        return partial -> new LimitException(
                limit + " requests wait for their turn already (option maxPendingRequests)", where, "maxPendingRequests", limit,
                partial, null);
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
