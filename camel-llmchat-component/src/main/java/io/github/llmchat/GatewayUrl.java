package io.github.llmchat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** A gateway's base URL, as users write it, made into the URL of a call. */
final class GatewayUrl {

    private GatewayUrl() {
    }

    /**
     * A URL without a path gets {@code /v1}; one with a path is used as it is; a trailing slash is dropped. A query
     * (some gateways want their version there) stays.
     */
    static URI of(String baseUrl, String operation) {
        URI base = parse(baseUrl);
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return URI.create(
                base.getScheme() + "://" + base.getRawAuthority() + (path.isEmpty() ? "/v1" : path) + operation + query);
    }

    private static URI parse(String baseUrl) {
        URI uri;
        try {
            uri = new URI(String.valueOf(baseUrl).strip());
        } catch (URISyntaxException e) {
            // the exception's own text repeats the value, in which a secret may stand
            throw new IllegalArgumentException("baseUrl is no URL: " + e.getReason() + " at index " + e.getIndex());
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "baseUrl must be an http or https URL with a host, such as https://api.openai.com/v1");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("baseUrl must not hold a user or password: use apiKey");
        }
        return uri;
    }

    /** Whether two base URLs are of one server: same scheme, host and port. */
    static boolean sameServer(String one, String other) {
        URI first = parse(one);
        URI second = parse(other);
        return first.getScheme().equalsIgnoreCase(second.getScheme()) && first.getHost().equalsIgnoreCase(second.getHost())
                && Objects.equals(port(first), port(second));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
