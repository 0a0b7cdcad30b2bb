package io.github.llmchat.http;

import java.time.Duration;

import javax.net.ssl.SSLContext;

/**
 * Internal. What decides whether two endpoints can share connections.
 *
 * @param connectTimeout how long connecting, TLS included, may take
 * @param sslContext     the TLS context, or null for the JVM's
 * @param proxy          the HTTP proxy, or null for none
 */
public record ConnectionSettings(Duration connectTimeout, SSLContext sslContext, Proxy proxy) {
}
