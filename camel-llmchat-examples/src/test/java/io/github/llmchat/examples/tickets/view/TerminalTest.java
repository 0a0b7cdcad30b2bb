package io.github.llmchat.examples.tickets.view;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTest {

    @Test
    void isPlainWithoutATerminal() {
        assertThat(Terminal.of(false, Map.of("COLUMNS", "120"))).isEqualTo(Terminal.plain());
        assertThat(Terminal.of(true, Map.of("TERM", "dumb"))).isEqualTo(Terminal.plain());
    }

    @Test
    void hasColoursUnlessTheEnvironmentForbidsThem() {
        assertThat(Terminal.of(true, Map.of()).colours()).isTrue();
        assertThat(Terminal.of(true, Map.of("NO_COLOR", "")).colours()).isTrue();
        assertThat(Terminal.of(true, Map.of("NO_COLOR", "1"))).isEqualTo(new Terminal(true, false, 80));
    }

    @Test
    void hasAsManyColumnsAsTheEnvironmentSays() {
        assertThat(Terminal.of(true, Map.of("COLUMNS", "132")).columns()).isEqualTo(132);
        assertThat(Terminal.of(true, Map.of("COLUMNS", "3")).columns()).isEqualTo(40);
        assertThat(Terminal.of(true, Map.of("COLUMNS", "wide")).columns()).isEqualTo(80);
    }
}
