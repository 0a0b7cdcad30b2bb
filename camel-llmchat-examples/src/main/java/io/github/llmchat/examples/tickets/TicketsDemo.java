package io.github.llmchat.examples.tickets;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.TopicMarks;
import io.github.llmchat.examples.tickets.report.FinalReport;
import io.github.llmchat.examples.tickets.view.LiveView;
import io.github.llmchat.examples.tickets.view.Terminal;

/**
 * Runs the example: broker, gateway, tickets in, the YAML route, and a report whose counts are checked against the
 * broker and the gateway. Exit code 0 only if nothing is missing.
 */
public final class TicketsDemo {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private TicketsDemo() {
    }

    /**
     * Starts the demo.
     *
     * @param  args      none
     * @throws Exception if broker, gateway or route can't be started
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean complete;
        // first, because the settings of its HTTP server are read once per JVM
        try (Gateway gateway = Gateway.fromEnvironmentOrStart()) {
            out.println(gateway.announcement());
            complete = run(gateway, out);
        }
        System.exit(complete ? 0 : 1);
    }

    private static boolean run(Gateway gateway, PrintStream out) throws Exception {
        TicketFeed feed = TicketFeed.shipped();
        List<Ticket> tickets = feed.tickets();
        try (KafkaBroker broker = KafkaBroker.fromEnvironmentOrStart()) {
            out.println(broker.announcement());
            TopicMarks.TOPICS.forEach(topic -> broker.createTopic(topic, PARTITIONS));
            TopicMarks before = TopicMarks.take(broker.bootstrapServers());
            feed.send(broker.bootstrapServers());
            out.println(tickets.size() + " tickets are in topic " + TicketFeed.TOPIC + ". Route: tickets/routes.yaml");
            out.println();
            LiveView view = new LiveView(tickets.size(), out, Terminal.detect());
            try (view; TicketDesk desk = TicketDesk.start(broker, gateway, view)) {
                broker.beforeStop(desk::close);
                view.statistics().awaitFinished(tickets.size(), PATIENCE);
            }
            BrokerFacts facts = BrokerFacts.read(broker.bootstrapServers(), TicketDesk.CONSUMER_GROUP, before);
            FinalReport report = gateway.report(tickets, view.statistics().figures(), facts);
            report.print(out);
            return report.complete();
        }
    }
}
