package io.github.llmchat.examples.orders;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.QueueFacts;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import io.github.llmchat.examples.tickets.gateway.GatewayAddress;
import io.github.llmchat.examples.tickets.gateway.GatewayLedger;
import io.github.llmchat.examples.tickets.report.Report;
import io.github.llmchat.examples.tickets.view.Terminal;

/**
 * Runs the example: broker, gateway, database and carrier, questions in, the YAML routes, and a report that is checked
 * against all of them. Exit code 0 only if nothing is missing.
 */
public final class OrdersDemo {

    private static final int CHUNKS_PER_SECOND = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private OrdersDemo() {
    }

    /**
     * Starts the demo.
     *
     * @param  args      none
     * @throws Exception if something can't be started
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean complete;
        Optional<GatewayAddress> outside = GatewayAddress.from(System.getenv());
        if (outside.isPresent()) {
            out.println("Gateway: " + outside.get().baseUrl() + ", model " + outside.get().model());
            complete = run(outside.get(), null, out);
        } else {
            try (DemoGateway simulated = DemoGateway.start(CHUNKS_PER_SECOND, new SimulatedClerk())) {
                out.println(simulated.announcement());
                complete = run(GatewayAddress.of(simulated, SimulatedClerk.MODEL), simulated.ledger(), out);
            }
        }
        System.exit(complete ? 0 : 1);
    }

    private static boolean run(GatewayAddress gateway, GatewayLedger ledger, PrintStream out) throws Exception {
        List<Question> questions = Question.shipped();
        OrderView view = new OrderView(new OrderScreen(out, Terminal.detect()));
        try (KafkaBroker broker = KafkaBroker.fromEnvironmentOrStart(); OrderDesk desk = new OrderDesk(broker, questions)) {
            out.println(broker.announcement());
            out.println(
                    questions.size() + " questions go into topic " + OrderTopics.QUESTIONS + ". Routes: " + OrderDesk.ROUTES);
            QueueFacts facts = desk.run(gateway, view, PATIENCE);
            Report report = new OrderReport(questions, view, facts).of(desk.database(), desk.carrier(), ledger);
            report.print(out);
            return report.complete();
        }
    }
}
