package io.github.llmchat.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The API keys by which clients are known. Every key is compared with the one that was sent, to its last byte, so that
 * the time it takes says nothing. Thread-safe.
 */
public final class ClientKeys {

    /** No key is needed. */
    public static final ClientKeys NONE = new ClientKeys(null);

    private final Supplier<Map<String, byte[]>> digests;

    private ClientKeys(Supplier<Map<String, byte[]>> digests) {
        this.digests = digests;
    }

    /** @param keys from a client's name to its key */
    public static ClientKeys of(Map<String, String> keys) {
        Map<String, byte[]> fixed = digests(keys);
        return new ClientKeys(() -> fixed);
    }

    /** @param keys from a client's name to its key, asked for at each request: keys may change while the server runs */
    public static ClientKeys changing(Supplier<Map<String, String>> keys) {
        return new ClientKeys(() -> digests(keys.get()));
    }

    private static Map<String, byte[]> digests(Map<String, String> keys) {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        keys.forEach((client, key) -> {
            if (key != null && !key.isBlank()) {
                digests.put(client, digest(key));
            }
        });
        return digests;
    }

    /** Whether anybody may call. */
    public boolean open() {
        return digests == null;
    }

    /** The name of the client that has this key; null if none has. */
    String clientOf(String key) {
        if (open() || key == null) {
            return null;
        }
        byte[] sent = digest(key);
        String client = null;
        for (Map.Entry<String, byte[]> known : digests.get().entrySet()) {
            boolean same = MessageDigest.isEqual(sent, known.getValue());
            client = same && client == null ? known.getKey() : client;
        }
        return client;
    }

    /** Digests are of one length, so that not even the length of a key shows in the time. */
    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
