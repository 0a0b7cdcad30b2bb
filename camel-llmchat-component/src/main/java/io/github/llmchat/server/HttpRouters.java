package io.github.llmchat.server;

import java.util.Comparator;

import io.vertx.ext.web.Router;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** The HTTP server that the runtime has. */
final class HttpRouters {

    private HttpRouters() {
    }

    /**
     * The router of the main server; one for management is taken only if there is no other.
     *
     * @throws IllegalStateException if there is no server
     */
    static Router find(CamelContext context) {
        return context.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
                .max(Comparator.comparing(VertxPlatformHttpRouter::isMainServer)
                        .thenComparing(router -> !router.isManagementServer()))
                .orElseThrow(() -> new IllegalStateException(
                        "from(\"llmchat:…\") needs an HTTP server: with Camel Main add camel-platform-http-main and set "
                                                             + "camel.server.enabled=true; elsewhere add a "
                                                             + "VertxPlatformHttpServer to the CamelContext as a service"));
    }
}
