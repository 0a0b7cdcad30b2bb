package io.github.llmchat.server;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Other calls of OpenAI's API: clients read an error object also where there is nothing. */
final class UnknownUrls implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String id = HttpRequests.newId();
        ResponseSink sink = new VertxResponseSink(id, request, context.vertx().getOrCreateContext(), Runnable::run, end -> {
        });
        Replies.error(id, ErrorReply.unknownUrl(request.method().name(), request.path()), sink);
    }
}
