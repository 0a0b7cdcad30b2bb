package io.github.llmchat.scenario.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.scenario.faults.Ending.Retried;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The part of the fault matrix in which a call waits until a time is over: a gateway for each way of taking the answer,
 * with and without retries, and all of them at once. In turn they would take as long as the rest of the matrix.
 */
class FaultsThatTakeTimeTest {

    @RegisterExtension
    static final FaultRoutes ROUTES = new FaultRoutes();

    /** A call under way, and what must come of it. */
    private record Call(Taking way, ScriptedGateway gateway, Asked asked, Ending ending, int requests) {

        void check() {
            ending.check(way, asked);
            assertThat(gateway.requests()).as("requests for %s", way).hasSize(requests);
        }
    }

    static Stream<Fault> faults() {
        return FaultMatrixTest.faults().filter(Fault::takesTime);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endAsTheyMust(Fault fault) throws Exception {
        List<ScriptedGateway> gateways = new ArrayList<>();
        try {
            List<Call> calls = new ArrayList<>();
            for (Taking way : Taking.values()) {
                boolean retried = fault.ending(way).retried() == Retried.YES;
                calls.add(call(fault, way, 0, broken(fault, way, gateways), 1));
                calls.add(call(fault, way, 2, broken(fault, way, gateways), retried ? 3 : 1));
                if (retried) {
                    calls.add(overcome(fault, way, gateways));
                }
            }
            for (Call call : calls) {
                ROUTES.awaitEnd(call.asked());
            }
            assertThat(calls).allSatisfy(Call::check);
        } finally {
            gateways.forEach(ScriptedGateway::close);
        }
    }

    private static Call call(Fault fault, Taking way, int maxRetries, ScriptedGateway gateway, int requests) throws Exception {
        return new Call(way, gateway, send(fault, way, maxRetries, gateway), fault.ending(way), requests);
    }

    private static Call overcome(Fault fault, Taking way, List<ScriptedGateway> gateways) throws Exception {
        ScriptedGateway gateway = new ScriptedGateway();
        gateways.add(gateway);
        gateway.willAnswer(fault.script(way), fault.script(way), way.answer("All of it"));
        return new Call(way, gateway, send(fault, way, 2, gateway), Ending.answer("All of it"), 3);
    }

    private static ScriptedGateway broken(Fault fault, Taking way, List<ScriptedGateway> gateways) {
        ScriptedGateway gateway = new ScriptedGateway();
        gateways.add(gateway);
        return gateway.alwaysAnswers(fault.script(way));
    }

    private static Asked send(Fault fault, Taking way, int maxRetries, ScriptedGateway gateway) throws Exception {
        return ROUTES.send(way, gateway.baseUrl(), "maxRetries=" + maxRetries + "&" + fault.options());
    }
}
