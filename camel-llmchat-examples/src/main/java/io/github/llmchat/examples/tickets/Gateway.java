package io.github.llmchat.examples.tickets;

import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import io.github.llmchat.examples.tickets.report.FinalReport;
import io.github.llmchat.examples.tickets.view.RunFigures;

/** The gateway of a run: a real one if the environment names it, else a simulated one in this JVM. */
final class Gateway implements AutoCloseable {

    private final DemoGateway simulated;
    private final String baseUrl;
    private final String apiKey;
    private final String model;

    private Gateway(DemoGateway simulated, String baseUrl, String apiKey, String model) {
        this.simulated = simulated;
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
        this.model = model;
    }

    static Gateway fromEnvironmentOrStart() {
        return fromOrStart(System.getenv());
    }

    static Gateway fromOrStart(Map<String, String> environment) {
        String url = environment.get("LLMCHAT_BASE_URL");
        if (url == null || url.isBlank()) {
            return of(DemoGateway.start());
        }
        String model = environment.get("LLMCHAT_MODEL");
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("With LLMCHAT_BASE_URL, set LLMCHAT_MODEL, too (and LLMCHAT_API_KEY)");
        }
        return new Gateway(null, url, environment.getOrDefault("LLMCHAT_API_KEY", ""), model);
    }

    static Gateway of(DemoGateway simulated) {
        return new Gateway(simulated, simulated.baseUrl(), DemoGateway.API_KEY, DemoGateway.MODEL);
    }

    String baseUrl() {
        return baseUrl;
    }

    String apiKey() {
        return apiKey;
    }

    String model() {
        return model;
    }

    String announcement() {
        return simulated == null ? "Gateway: " + baseUrl + ", model " + model : simulated.announcement();
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
