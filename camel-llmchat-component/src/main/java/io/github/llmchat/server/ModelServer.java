package io.github.llmchat.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;

/**
 * The models that are served under one path of the runtime's HTTP server. It takes its place there with the first model
 * and leaves it with the last. Thread-safe.
 */
public final class ModelServer {

    private final CamelContext context;
    private final String path;
    private final ModelTable models = new ModelTable();
    private final ChatRequests chats;
    private final ModelRequests lists;
    private final List<Route> routes = new ArrayList<>();

    /**
     * @param path begins with a slash, and does not end with one
     * @param pool where requests are parsed and handled
     */
    public ModelServer(CamelContext context, String path, Executor pool) {
        this.context = context;
        this.path = path;
        this.chats = new ChatRequests(models, pool);
        this.lists = new ModelRequests(models, path + "/models");
    }

    /**
     * Offers a model, which takes calls from now on.
     *
     * @throws IllegalStateException if another one of that name takes calls, or if the runtime has no HTTP server
     */
    public synchronized void add(ServedModel model) {
        models.add(model, path);
        model.accept();
        if (routes.isEmpty()) {
            try {
                mount(HttpRouters.find(context));
            } catch (RuntimeException e) {
                remove(model);
                throw e;
            }
        }
    }

    /** The model is no longer offered, and not known either. */
    public synchronized void remove(ServedModel model) {
        model.refuse();
        models.remove(model);
        if (models.isEmpty()) {
            routes.forEach(Route::remove);
            routes.clear();
        }
    }

    /** Calls that are in work, of all models. */
    public int openCalls() {
        return models.all().stream().mapToInt(ServedModel::openCalls).sum();
    }

    private void mount(Router router) {
        add(router.route(path + "/chat/completions"), chats);
        add(router.route(path + "/models"), lists);
        add(router.route(path + "/models/*"), lists);
        if (!path.isEmpty()) {
            // after whatever else a runtime has under this path
            add(router.route(path + "/*").last(), new UnknownUrls());
        }
    }

    private void add(Route route, Handler<RoutingContext> handler) {
        routes.add(route.handler(handler));
    }
}
