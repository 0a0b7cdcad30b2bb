package io.github.llmchat.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Internal. The HTTP proxy to go through.
 *
 * @param host     its host name
 * @param port     its port
 * @param username who we are there, or null if it does not ask
 * @param password the password, never to be printed; null without a user name
 */
public record Proxy(String host, int port, String username, String password) {

    boolean wantsCredentials() {
        return username != null;
    }

    /** What must not come back out: the password, as it is and as it is sent. */
    List<String> secrets() {
        if (password == null) {
            return List.of();
        }
        byte[] sent = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return List.of(Base64.getEncoder().encodeToString(sent), password);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
