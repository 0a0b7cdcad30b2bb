package io.github.llmchat.examples.patterns;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** Camel with the route file of one pattern and the beans that it names. */
final class PatternRoutes implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 120_000;

    private final Main main = new Main();
    private final String pattern;

    private PatternRoutes(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Starts the routes.
     *
     * @param pattern    the name of the file, without {@code .yaml}
     * @param properties what the routes name, gateway and model among it
     * @param folder     where {@code summarise} has its inbox and outbox
     * @param out        where words are shown as they come
     */
    static PatternRoutes start(String pattern, Map<String, String> properties, Path folder, PrintStream out)
            throws Exception {
        PatternRoutes routes = new PatternRoutes(pattern);
        routes.main.configure().withRoutesIncludePattern("classpath:patterns/" + pattern + ".yaml");
        routes.main.configure().withAutoConfigurationLogSummary(false);
        routes.main.bind("vote", new Vote());
        routes.main.bind("inOrder", new InOrder());
        routes.main.bind("screen", new Screen(out));
        properties.forEach(routes.main::addInitialProperty);
        routes.main.addInitialProperty("summarise.inbox", folder.resolve("inbox").toString());
        routes.main.addInitialProperty("summarise.outbox", folder.resolve("outbox").toString());
        routes.main.start();
        return routes;
    }

    /** Sends a text into the pattern and waits for what comes out. */
    String send(String text) throws Exception {
        ProducerTemplate producer = main.getCamelTemplate();
        if (!pattern.equals("summarise")) {
            return producer.requestBody("direct:" + pattern, text, String.class);
        }
        producer.sendBodyAndHeader("file:{{summarise.inbox}}?charset=UTF-8&tempPrefix=.", text, "CamelFileName", "text.txt");
        try (ConsumerTemplate consumer = main.getCamelContext().createConsumerTemplate()) {
            return consumer.receiveBody("file:{{summarise.outbox}}?charset=UTF-8", PATIENCE_MILLIS, String.class);
        }
    }

    Main main() {
        return main;
    }

    @Override
    public void close() {
        main.stop();
    }
}
