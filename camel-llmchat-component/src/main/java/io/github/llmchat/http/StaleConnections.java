package io.github.llmchat.http;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Copes with servers that close a connection which they had promised to keep, right after a stream (llama.cpp does) or
 * after some idle time. A request that meets such a connection is sent again on another one, as long as nothing of an
 * answer has come; this is no retry of the user's, and is not counted as one. A server that was caught closing right
 * after a stream gets no request on a connection that has carried a stream.
 */
final class StaleConnections implements HttpRequestRetryStrategy, ConnectionReuseStrategy {

    /** The resend may draw another dead connection from the pool; ten in a row have not been seen. */
    private static final int MAX_RESENDS = 10;
    private static final long SHORTLY_AFTER = Duration.ofSeconds(2).toNanos();

    private final Map<String, Long> lastStreamEnd = new ConcurrentHashMap<>();
    private final Set<String> closesAfterStreams = ConcurrentHashMap.newKeySet();

    @Override
    public boolean retryRequest(HttpRequest request, IOException exception, int execCount, HttpContext context) {
        HttpClientContext clientContext = HttpClientContext.cast(context);
        boolean again = execCount <= MAX_RESENDS && !HttpCall.isOver(context) && clientContext.getResponse() == null
                && isStale(exception, clientContext.getEndpointDetails());
        if (again) {
            learn(authority(request));
        }
        return again;
    }

    private static boolean isStale(IOException exception, EndpointDetails endpoint) {
        if (exception instanceof RequestNotExecutedException) {
            return true;
        }
        boolean reused = endpoint != null && endpoint.getRequestCount() > 1;
        return reused && (exception instanceof ConnectionClosedException || exception instanceof SocketException);
    }

    private void learn(String authority) {
        Long end = lastStreamEnd.get(authority);
        if (end != null && System.nanoTime() - end < SHORTLY_AFTER) {
            closesAfterStreams.add(authority);
        }
    }

    @Override
    public boolean retryRequest(HttpResponse response, int execCount, HttpContext context) {
        // an answer is an answer: whether to ask again is decided where the user's options are known
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpRequest request, IOException exception, int execCount, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int execCount, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }

    @Override
    public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
        if (isStream(response)) {
            String authority = authority(request);
            lastStreamEnd.put(authority, System.nanoTime());
            if (closesAfterStreams.contains(authority)) {
                return false;
            }
        }
        return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
    }

    private static boolean isStream(HttpResponse response) {
        Header type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && ContentType.TEXT_EVENT_STREAM.isSameMimeType(ContentType.parseLenient(type.getValue()));
    }

    private static String authority(HttpRequest request) {
        return request.getScheme() + "://" + request.getAuthority();
    }
}
