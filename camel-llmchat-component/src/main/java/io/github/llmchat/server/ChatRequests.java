package io.github.llmchat.server;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.model.ChatRequest;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /chat/completions}. The event loop reads the body; parsing it, and all that a route does, happens on the
 * pool. Who has no key that fits is sent away before the body is read.
 */
final class ChatRequests implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(ChatRequests.class);

    private final ModelTable models;
    private final Executor pool;

    ChatRequests(ModelTable models, Executor pool) {
        this.models = models;
        this.pool = pool;
    }

    @Override
    public void handle(RoutingContext context) {
        Incoming incoming = new Incoming(context);
        try {
            HttpRequests.allow(HttpMethod.POST, context);
            models.admit(incoming.key);
            checkContentType(context.request());
        } catch (RefusedException e) {
            incoming.refuse(e.reply());
            return;
        }
        int limit = models.maxRequestSize();
        BodyReader.read(
                context.request(), limit, body -> pool.execute(() -> incoming.complete(body)),
                () -> incoming.refuse(ErrorReply.tooLarge(limit)));
    }

    /** A page of another site can make a browser send anything but this without being asked first. */
    private static void checkContentType(HttpServerRequest request) throws RefusedException {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json") && !media.endsWith("+json")) {
            throw new RefusedException(ErrorReply.wrongContentType());
        }
    }

    /** One request, from its head to the call that it becomes. */
    private final class Incoming {

        private final RoutingContext context;
        private final String id = HttpRequests.newId();
        private final String key;
        private final VertxResponseSink sink;
        private final KeepAlive keepAlive;
        private final AtomicReference<ServerCall> call = new AtomicReference<>();

        Incoming(RoutingContext context) {
            this.context = context;
            this.key = HttpRequests.key(context.request());
            this.sink = new VertxResponseSink(
                    id, context.request(), context.vertx().getOrCreateContext(), pool, this::over);
            this.keepAlive = new KeepAlive(context.vertx(), sink);
        }

        void refuse(ErrorReply reply) {
            Replies.error(id, reply, sink);
        }

        void complete(byte[] body) {
            try {
                ChatRequest request = RequestCheck.read(body);
                ServedModel model = models.find(request.model(), key);
                if (body.length > model.options().maxRequestSize()) {
                    throw new RefusedException(ErrorReply.tooLarge(model.options().maxRequestSize()));
                }
                model.enter();
                handle(model, request);
            } catch (RefusedException e) {
                refuse(e.reply());
            } catch (RuntimeException e) {
                LOG.warn("A request could not be read", e);
                refuse(ErrorReply.serverError());
            }
        }

        private void handle(ServedModel model, ChatRequest request) {
            ServerCall started = new ServerCall(id, request, model, model.options().keys().clientOf(key), sink, pool);
            call.set(started);
            if (sink.isOver()) {
                // the client left meanwhile; over() may have come too early to see the call
                started.over(new ClientGoneException());
            }
            if (request.stream()) {
                keepAlive.start(model.options().keepAliveInterval());
            }
            try {
                model.handler().handle(started);
            } catch (RuntimeException e) {
                LOG.warn("A request could not be handed to its route", e);
                started.refuse(e, delivery -> started.close());
            }
        }

        private void over(Throwable why) {
            keepAlive.stop();
            ServerCall started = call.get();
            if (started != null) {
                started.over(why);
            }
        }
    }
}
