package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.vertx.ext.web.RoutingContext;
import org.apache.camel.CamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.LoggingExceptionHandler;

/**
 * A Camel context of its own, with an HTTP server on a free loopback port and a route {@code from("llmchat:…")} for
 * each model.
 */
final class GatewayServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final String BEARER = "Bearer ";
    private static final int STOP_SECONDS = 5;

    private final CamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    GatewayServer() {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(HOST);
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
    }

    void start(List<String> models, Processor processor) throws Exception {
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        // answers that are cut when the gateway is closed are nothing to warn of
        context.getRegistry().bind("quiet", new LoggingExceptionHandler(context, DemoGateway.class, LoggingLevel.DEBUG));
        context.addService(server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // refusals are answers here: the component tells the client, and nobody has to log them
                errorHandler(noErrorHandler());
                models.forEach(model -> from("llmchat:" + model + "?apiKeys=demo=" + DemoGateway.API_KEY
                                             + "&exceptionHandler=#quiet")
                        .process(processor));
            }
        });
        context.start();
        context.getRegistry().findSingleByType(VertxPlatformHttpRouter.class).route().order(-1)
                .handler(GatewayServer::introduce);
    }

    /** Says that the gateway is simulated; takes every key for the one that the routes know, and any body for JSON. */
    private static void introduce(RoutingContext http) {
        http.response().putHeader("Server", DemoGateway.SERVER_HEADER);
        String authorization = http.request().getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER) && authorization.length() > BEARER.length()) {
            http.request().headers().set("Authorization", BEARER + DemoGateway.API_KEY);
        }
        if (http.request().getHeader("Content-Type") == null) {
            http.request().headers().set("Content-Type", "application/json");
        }
        http.next();
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        context.stop();
    }
}
