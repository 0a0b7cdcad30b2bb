package io.github.llmchat.tool.route;

import java.util.Collection;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.PatternHelper;

/**
 * Makes tools known when their routes have been warmed up. Camel warms up all routes before it starts the first one, so
 * that a route which sends as soon as it starts sees every tool, whatever the order.
 */
final class WarmUp extends LifecycleStrategySupport {

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        for (Route route : routes) {
            if (route.getConsumer() instanceof LlmChatToolConsumer consumer && startsItself(route)) {
                consumer.register();
            }
        }
    }

    @Override
    public void onRoutesRemove(Collection<Route> routes) {
        for (Route route : routes) {
            if (route.getConsumer() instanceof LlmChatToolConsumer consumer) {
                consumer.unregister();
            }
        }
    }

    private static boolean startsItself(Route route) {
        CamelContext context = route.getCamelContext();
        // a supervising controller starts the routes in the context's place
        boolean all = context.isAutoStartup() || context.getRouteController().isSupervising();
        String excluded = context.getAutoStartupExcludePattern();
        return all && route.isAutoStartup()
                && (excluded == null || !PatternHelper.matchPatterns(route.getRouteId(), excluded.split(",")));
    }
}
