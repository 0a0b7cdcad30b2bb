package io.github.llmchat.http;

import java.net.URI;

/** A URL as it may be shown: without user info, query and fragment, any of which may hold a secret. */
final class SafeUrl {

    private SafeUrl() {
    }

    static String of(URI url) {
        String authority = url.getHost() == null ? url.getRawAuthority() : url.getHost() + port(url);
        return url.getScheme() + "://" + authority + (url.getRawPath() == null ? "" : url.getRawPath());
    }

    private static String port(URI url) {
        return url.getPort() < 0 ? "" : ":" + url.getPort();
    }
}
