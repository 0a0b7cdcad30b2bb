package io.github.llmchat.http;

import java.net.URI;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.protocol.RedirectLocations;
import org.apache.hc.client5.http.protocol.RedirectStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Which redirects are followed: 307 and 308, which keep method and body, and only on the same server, so that the key
 * goes nowhere else. All others are answers, and failures: 301 to 303 would make a GET of the POST.
 */
final class SameServerRedirects implements RedirectStrategy {

    static final int MAX = 3;

    private static final int TEMPORARY = 307;
    private static final int PERMANENT = 308;

    @Override
    public boolean isRedirected(HttpRequest request, HttpResponse response, HttpContext context) {
        HttpClientContext clientContext = HttpClientContext.cast(context);
        RedirectLocations followed = clientContext.getRedirectLocations();
        boolean follow = followed.size() < MAX && staysOnServer(HttpCall.url(context), response);
        if (follow) {
            // of the next request nothing has been answered yet: a stale connection may still be told by that
            clientContext.setResponse(null);
        }
        return follow;
    }

    @Override
    public URI getLocationURI(HttpRequest request, HttpResponse response, HttpContext context) {
        RedirectLocations followed = HttpClientContext.cast(context).getRedirectLocations();
        URI from = followed.size() == 0 ? HttpCall.url(context) : followed.get(followed.size() - 1);
        return target(from, response);
    }

    /** Whether this is an answer with a redirect that may be followed. */
    static boolean staysOnServer(URI url, HttpResponse response) {
        if (response.getCode() != TEMPORARY && response.getCode() != PERMANENT) {
            return false;
        }
        URI to = target(url, response);
        return to != null && to.getUserInfo() == null && url.getScheme().equalsIgnoreCase(to.getScheme())
                && url.getHost().equalsIgnoreCase(to.getHost()) && port(url) == port(to);
    }

    /** Where a relative location leads depends on the path it is relative to, but not to which server. */
    private static URI target(URI from, HttpResponse response) {
        String location = ResponseHeaders.value(response, "Location");
        try {
            return location == null ? null : from.resolve(location);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
