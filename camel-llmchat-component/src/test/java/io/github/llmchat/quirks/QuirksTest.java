package io.github.llmchat.quirks;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every quirk that reaches us, a test each. {@link EveryQuirkIsHereTest} checks that none is forgotten. */
class QuirksTest {

    private static QuirkGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = QuirkGateway.start();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
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
                .map(quirk -> DynamicTest.dynamicTest(quirk.testName(), () -> gateway.run(quirk.check())));
    }
}
