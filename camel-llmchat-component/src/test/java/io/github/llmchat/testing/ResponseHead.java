package io.github.llmchat.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Status line and header fields of a response. Immutable. */
record ResponseHead(int status, List<Header> headers) {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"), Map.entry(204, "No Content"), Map.entry(302, "Found"),
            Map.entry(307, "Temporary Redirect"), Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"), Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"), Map.entry(408, "Request Timeout"), Map.entry(409, "Conflict"),
            Map.entry(429, "Too Many Requests"), Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"), Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"), Map.entry(504, "Gateway Timeout"));

    record Header(String name, String value) {
    }

    ResponseHead {
        headers = List.copyOf(headers);
    }

    static ResponseHead of(int status) {
        return new ResponseHead(status, List.of());
    }

    ResponseHead with(String name, String value) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new ResponseHead(status, all);
    }

    ResponseHead without(String name) {
        return new ResponseHead(status, headers.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList());
    }

    boolean saysClose() {
        return headers.stream()
                .anyMatch(h -> h.name().equalsIgnoreCase("Connection") && h.value().equalsIgnoreCase("close"));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append(' ')
                .append(REASONS.getOrDefault(status, "Scripted")).append("\r\n");
        headers.forEach(h -> text.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
