package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every quirk that reaches us, a test each. {@link EveryQuirkIsHereTest} checks that none is forgotten. */
class QuirksTest {

    /** PIT runs each case as a class of its own, thousands of times: it lets one gateway serve them all. */
    private static final boolean KEPT = Boolean.getBoolean("quirks.keep.gateway");
    private static QuirkGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        if (gateway == null) {
            gateway = QuirkGateway.start();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (!KEPT) {
            gateway.close();
            gateway = null;
        }
    }

    @TestFactory
    Stream<DynamicTest> framing() {
        return tests(FramingQuirks.all());
    }

    @TestFactory
    Stream<DynamicTest> transport() {
        return tests(TransportQuirks.all());
    }

    @TestFactory
    Stream<DynamicTest> errors() {
        return tests(ErrorQuirks.all());
    }

    @TestFactory
    Stream<DynamicTest> chunks() {
        return tests(ChunkQuirks.all());
    }

    @TestFactory
    Stream<DynamicTest> reasoning() {
        return tests(ReasoningQuirks.all());
    }

    @TestFactory
    Stream<DynamicTest> toolCalls() {
        return tests(ToolCallQuirks.all());
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return tests(RequestQuirks.all());
    }

    private static Stream<DynamicTest> tests(List<Quirk> quirks) {
        return quirks.stream().filter(Quirk::reachesUs)
                .map(quirk -> DynamicTest.dynamicTest(quirk.testName(), () -> run(quirk)));
    }

    private static void run(Quirk quirk) throws Exception {
        try {
            gateway.run(quirk.check());
        } catch (Exception | AssertionError e) {
            if (!gateway.isIdle()) {
                // what this case has left open is not the next one's fault
                gateway.close();
                gateway = QuirkGateway.start();
            }
            throw e;
        }
    }
}
