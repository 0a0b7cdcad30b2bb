package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

/** A ledger that a test writes by hand. */
public final class WrittenLedger {

    private static final DemoAnswer ANSWER = new DemoAnswer("c", DemoGateway.MODEL, List.of("a", "b"), 3, "stop");

    private final GatewayLedger ledger = new GatewayLedger();

    public void answered(String ticketId) {
        ledger.update(ledger.open(ticketId, true).answered(ANSWER));
    }

    public void refused(String ticketId, int status) {
        ledger.update(ledger.open(ticketId, true).refused(status));
    }

    public void aborted(String ticketId) {
        ledger.update(ledger.open(ticketId, true).aborted(1));
    }

    public GatewayLedger ledger() {
        return ledger;
    }
}
