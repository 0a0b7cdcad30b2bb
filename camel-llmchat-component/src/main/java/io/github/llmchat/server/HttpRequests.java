package io.github.llmchat.server;

import java.util.UUID;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What all requests of the API have in common. */
final class HttpRequests {

    private static final String BEARER = "Bearer ";

    private HttpRequests() {
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The key that the client sent, or null. */
    static String key(HttpServerRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = sent != null && sent.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String key = bearer ? sent.substring(BEARER.length()).strip() : "";
        return key.isEmpty() ? null : key;
    }

    /** @throws RefusedException if the request has another method */
    static void allow(HttpMethod method, RoutingContext context) throws RefusedException {
        if (!context.request().method().equals(method)) {
            context.response().putHeader(HttpHeaders.ALLOW, method.name());
            throw new RefusedException(ErrorReply.wrongMethod(context.request().method().name(), context.request().path()));
        }
    }
}
