package io.github.llmchat.examples.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.llmchat.examples.tickets.gateway.DemoModel;

/**
 * Stands in for the language models of one upstream. It knows four texts and looks for a word of the prompt; where the
 * upstream can fail, "outage" takes it out of order, so that the other one can be seen to answer.
 */
final class SimulatedAssistant implements DemoModel {

    private static final String FOLDER = "/gateway/simulated/";

    private final List<String> names;
    private final boolean fails;

    SimulatedAssistant(boolean fails, String... names) {
        this.names = List.of(names);
        this.fails = fails;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<String> answer(String model, String instructions, String prompt) {
        String asked = prompt.toLowerCase(Locale.ROOT);
        if (asked.contains("outage")) {
            return fails ? Optional.empty() : Optional.of(text("outage"));
        }
        if (asked.contains("story")) {
            return Optional.of(text("story"));
        }
        return Optional.of(text(asked.contains("code") || asked.contains("yaml") ? "code" : "gateway"));
    }

    private static String text(String name) {
        try (InputStream file = SimulatedAssistant.class.getResourceAsStream(FOLDER + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name + ".txt can't be read", e);
        }
    }
}
