package io.github.llmchat.examples.patterns;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The demo of each pattern, as {@code -Pdemo} starts it, against its simulated models. */
class PatternsRunByThemselvesTest {

    private static final Map<String, String> LAST_LINES = Map.of(
            "classify", "< to the front desk: Do you ship to Norway?",
            "vote", "< yes: {no=1, yes=2}",
            "translate", "< Vielen Dank für Ihre Geduld.",
            "extract", "< stored 2 invoices, total 449.50",
            "summarise", "In the afternoon the customs officers opened a container of bicycles.",
            "protect", "< later, by mail (OPEN): When do you open on Saturday?");

    static List<String> patterns() {
        return PatternsDemo.PATTERNS;
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everySampleHasItsResult(String pattern) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        PatternsDemo.run(pattern, Map.of(), 0, new PrintStream(out, true, StandardCharsets.UTF_8));

        String printed = out.toString(StandardCharsets.UTF_8);
        assertThat(printed).contains("SIMULATED");
        assertThat(printed.strip()).endsWith(LAST_LINES.get(pattern));
        assertThat(printed.lines().filter(line -> line.startsWith("< ")))
                .hasSize(PatternsDemo.samples(pattern).size());
    }

    @Test
    void aRealGatewayNeedsAModel() {
        assertThatThrownBy(() -> PatternSettings.of(Map.of("LLMCHAT_BASE_URL", "http://localhost")))
                .hasMessageContaining("LLMCHAT_MODEL");
    }
}
