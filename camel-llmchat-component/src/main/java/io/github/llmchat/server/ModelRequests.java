package io.github.llmchat.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /models} and {@code GET /models/{model}}. On the event loop: there is nothing to wait for. */
final class ModelRequests implements Handler<RoutingContext> {

    private final ModelTable models;
    private final String path;

    ModelRequests(ModelTable models, String path) {
        this.models = models;
        this.path = path;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String id = HttpRequests.newId();
        ResponseSink sink = new VertxResponseSink(id, request, context.vertx().getOrCreateContext(), Runnable::run, end -> {
        });
        try {
            HttpRequests.allow(HttpMethod.GET, context);
            String key = HttpRequests.key(request);
            models.admit(key);
            String model = model(request.path());
            ObjectNode answer = model == null ? list(key) : entry(model, models.find(model, key));
            Replies.document(id, Json.bytes(answer), sink);
        } catch (RefusedException e) {
            Replies.error(id, e.reply(), sink);
        }
    }

    /** The model in the URL, in which slashes of a name may be encoded or not; null if there is none. */
    private String model(String requestPath) throws RefusedException {
        int begin = requestPath.indexOf(path) + path.length() + 1;
        if (begin >= requestPath.length()) {
            return null;
        }
        try {
            // a plus sign is one, other than in forms
            return URLDecoder.decode(requestPath.substring(begin).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(ErrorReply.badRequest("The model's name in the URL can't be decoded.", "model", null));
        }
    }

    private ObjectNode list(String key) {
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        models.listed(key).forEach(model -> data.add(entry(model.name(), model)));
        return list;
    }

    private static ObjectNode entry(String name, ServedModel model) {
        return Json.object().put("id", name).put("object", "model").put("created", model.created())
                .put("owned_by", "llmchat");
    }
}
