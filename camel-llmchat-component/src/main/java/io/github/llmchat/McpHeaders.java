package io.github.llmchat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where an MCP server is reached by HTTP, and with which headers. No message has a value. */
final class McpHeaders {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** The protocol's, and those that the JDK's client refuses. */
    private static final Set<String> OURS = Set.of(
            "accept", "cache-control", "connection", "content-length", "content-type", "expect", "host", "last-event-id",
            "mcp-protocol-version", "mcp-session-id", "transfer-encoding", "upgrade");

    private final String prefix;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    McpHeaders(String prefix) {
        this.prefix = prefix;
    }

    void setKey(String key) {
        put("apiKey", "Authorization", "Bearer " + key);
    }

    void addAll(Map<String, Object> map, boolean reference) {
        map.forEach((name, value) -> {
            if (value != null) {
                if (!reference) {
                    SecretNames.refuseSecret(prefix + "headers", name);
                }
                put("headers", name, value.toString());
            }
        });
    }

    void add(String option, String name, String value, boolean reference) {
        SecretNames.refuseShown(prefix + option, reference);
        put(option, name, value);
    }

    private void put(String option, String name, String value) {
        if (!NAME.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    prefix + option + ": the HTTP header " + SecretNames.shown(name)
                                               + " can't be set: it is no header name, or one that the protocol needs");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c != 127 && c < 256)) {
            throw new IllegalArgumentException(
                    prefix + option + ": the value holds line breaks or characters that an HTTP header can't carry");
        }
        if (headers.put(name, value) != null) {
            throw new IllegalArgumentException(prefix + option + ": the HTTP header " + name + " is set twice");
        }
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    Map<String, String> all() {
        return headers;
    }

    static URI url(String prefix, String text) {
        URI url = null;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            // its message has the URL, which may hold a key
        }
        boolean http = url != null && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
        if (!http || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    prefix + "url: must be a URL such as http://localhost:8080/mcp, without user and password (use " + prefix
                                               + "apiKey)");
        }
        return url;
    }
}
