package io.github.llmchat.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All YAML routes of one page, as they stand there, in a context whose gateway is scripted. */
abstract class DocumentedPage {

    private static final Pattern YAML
            = Pattern.compile("```yaml\n(- (?:route|onException|onCompletion|beans):.*?)```", Pattern.DOTALL);

    private static final Pattern ROUTE = Pattern.compile("^- route:", Pattern.MULTILINE);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    /** What the routes log. */
    final LogLines log = new LogLines("route", Level.INFO);
    final CamelContext context = new DefaultCamelContext();
    final Path page;

    DocumentedPage(String page) {
        this.page = Path.of("..", "docs", page);
    }

    @BeforeEach
    void start() throws Exception {
        log.start();
        Matcher matcher = YAML.matcher(Files.readString(page));
        for (int i = 1; matcher.find(); i++) {
            String routes = named(matcher.group(1), "route." + i);
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes" + i + ".yaml", routes));
        }
        context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
        context.start();
    }

    /** With ids below the name of the one logger that is looked at. */
    private static String named(String yaml, String id) {
        AtomicInteger count = new AtomicInteger();
        return ROUTE.matcher(yaml).replaceAll(route -> "- route:\n    id: " + id + "." + count.incrementAndGet());
    }

    @AfterEach
    void stop() {
        context.stop();
        log.stop();
    }
}
