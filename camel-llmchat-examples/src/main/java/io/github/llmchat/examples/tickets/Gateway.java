package io.github.llmchat.examples.tickets;

import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import io.github.llmchat.examples.tickets.gateway.GatewayAddress;
import io.github.llmchat.examples.tickets.report.FinalReport;
import io.github.llmchat.examples.tickets.view.RunFigures;

/** The gateway of a run: a real one if the environment names it, else a simulated one in this JVM. */
final class Gateway implements AutoCloseable {

    private final DemoGateway simulated;
    private final GatewayAddress address;

    private Gateway(DemoGateway simulated, GatewayAddress address) {
        this.simulated = simulated;
        this.address = address;
    }

    static Gateway fromEnvironmentOrStart() {
        return fromOrStart(System.getenv());
    }

    static Gateway fromOrStart(Map<String, String> environment) {
        return GatewayAddress.from(environment).map(address -> new Gateway(null, address))
                .orElseGet(() -> of(DemoGateway.start()));
    }

    static Gateway of(DemoGateway simulated) {
        return new Gateway(simulated, GatewayAddress.of(simulated, DemoGateway.MODEL));
    }

    GatewayAddress address() {
        return address;
    }

    String announcement() {
        return simulated == null
                ? "Gateway: " + address.baseUrl() + ", model " + address.model() : simulated.announcement();
    }

    FinalReport report(List<Ticket> tickets, RunFigures figures, BrokerFacts facts) {
        return simulated == null
                ? FinalReport.withoutLedger(tickets, figures, facts)
                : FinalReport.of(tickets, figures, facts, simulated.ledger());
    }

    @Override
    public void close() {
        if (simulated != null) {
            simulated.close();
        }
    }
}
