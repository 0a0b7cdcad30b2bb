package io.github.llmchat.scenario.faults;

import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.llmchat.scenario.faults.Ending.Retried;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever goes wrong, in whichever way the answer is taken: a clear end, once, and nothing is kept. What takes time is
 * in {@link FaultsThatTakeTimeTest}.
 */
class FaultMatrixTest {

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    @RegisterExtension
    static final FaultRoutes ROUTES = new FaultRoutes();

    static Stream<Fault> faults() {
        return Stream.of(BrokenConnections.all(), StatusFaults.all(), BadAnswers.all(), EndlessAnswers.all())
                .flatMap(faults -> faults);
    }

    static Stream<Arguments> all() {
        return faults().filter(fault -> !fault.takesTime())
                .flatMap(fault -> Stream.of(Taking.values()).map(way -> Arguments.of(fault, way)));
    }

    static Stream<Arguments> retried() {
        return all().filter(given(Retried.YES));
    }

    /** What is retried is decided below the ways of taking an answer: one for each kind of request will do. */
    static Stream<Arguments> notRetried() {
        return all().filter(given(Retried.NO)).filter(row -> row.get()[1] == Taking.PLAIN || row.get()[1] == Taking.WHOLE);
    }

    private static Predicate<Arguments> given(Retried retried) {
        return row -> ((Fault) row.get()[0]).ending((Taking) row.get()[1]).retried() == retried;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void endsAsItMust(Fault fault, Taking way) throws Exception {
        GATEWAY.willAnswer(fault.script(way));
        check(fault, way, ask(fault, way, 0), 1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("retried")
    void isGivenUpAfterTheLastRetry(Fault fault, Taking way) throws Exception {
        GATEWAY.alwaysAnswers(fault.script(way));
        check(fault, way, ask(fault, way, 2), 3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("retried")
    void isOvercomeByARetry(Fault fault, Taking way) throws Exception {
        GATEWAY.willAnswer(fault.script(way), fault.script(way), way.answer("All of it"));
        Asked asked = ask(fault, way, 2);
        Ending.answer("All of it").check(way, asked);
        assertThat(GATEWAY.requests()).hasSize(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("notRetried")
    void isNotTriedAgain(Fault fault, Taking way) throws Exception {
        GATEWAY.alwaysAnswers(fault.script(way));
        check(fault, way, ask(fault, way, 2), 1);
    }

    private static Asked ask(Fault fault, Taking way, int maxRetries) throws Exception {
        return ROUTES.ask(way, GATEWAY.baseUrl(),
                "maxRetries=" + maxRetries + (fault.options().isEmpty() ? "" : "&" + fault.options()));
    }

    private static void check(Fault fault, Taking way, Asked asked, int requests) {
        fault.ending(way).check(way, asked);
        assertThat(GATEWAY.requests()).as("requests for %s, %s", fault, way).hasSize(requests);
    }
}
