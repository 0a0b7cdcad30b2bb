package io.github.llmchat.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/** Internal. What tells requests apart: equal for requests whose answers may stand for each other. */
public final class Fingerprint {

    /** To be changed whenever the same request gets another fingerprint. */
    private static final int VERSION = 1;
    /** How the answer travels. */
    private static final Set<String> FORM = Set.of("stream", "stream_options");
    /** How the request travels, who traces it, and which of several attempts it is. */
    private static final Set<String> TRANSPORT = Set.of(
            "accept", "accept-encoding", "user-agent", "traceparent", "tracestate", "baggage", "b3", "x-request-id",
            "x-correlation-id", "x-client-request-id", "idempotency-key");

    private Fingerprint() {
    }

    /**
     * The fingerprint of a request.
     *
     * @param  sharedBy  what requests must have in common beside what is asked: a key, or the name of a namespace
     * @param  url       where the request goes
     * @param  headers   its HTTP headers, without the key
     * @param  rewritten whether thinking is taken out of the answer's text
     * @param  body      the JSON document
     * @return           64 hexadecimal digits
     */
    public static String of(String sharedBy, String url, Map<String, String> headers, boolean rewritten, ObjectNode body) {
        ObjectNode counts = Json.object();
        counts.put("version", VERSION).put("sharedBy", sharedBy).put("url", url).put("rewritten", rewritten);
        ObjectNode sent = counts.putObject("headers");
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!TRANSPORT.contains(lower) && !lower.startsWith("x-b3-")) {
                sent.put(lower, value);
            }
        });
        ObjectNode asked = counts.putObject("body");
        asked.setAll(body);
        asked.remove(FORM);
        return HexFormat.of().formatHex(digest(counts));
    }

    private static byte[] digest(ObjectNode tree) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (JsonGenerator out = Json.mapper().getFactory()
                    .createGenerator(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
                new CanonicalJson(out).write(tree);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
