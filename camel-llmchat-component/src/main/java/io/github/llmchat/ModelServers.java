package io.github.llmchat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.llmchat.server.ModelServer;

/** The servers of a component, one for each path. Thread-safe. */
final class ModelServers {

    private final LlmChatComponent component;
    private final Map<String, ModelServer> servers = new ConcurrentHashMap<>();

    ModelServers(LlmChatComponent component) {
        this.component = component;
    }

    /** @throws IllegalStateException if what serves HTTP is not there */
    ModelServer at(String path) {
        try {
            return servers.computeIfAbsent(
                    path, key -> new ModelServer(component.getCamelContext(), key, task -> component.threads().execute(task)));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "from(\"llmchat:…\") needs camel-platform-http-vertx: with Camel Main add camel-platform-http-main, which "
                                            + "brings it, and set camel.server.enabled=true",
                    e);
        }
    }

    int openCalls() {
        return servers.values().stream().mapToInt(ModelServer::openCalls).sum();
    }
}
