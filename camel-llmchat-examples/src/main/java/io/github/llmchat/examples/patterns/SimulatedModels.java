package io.github.llmchat.examples.patterns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.examples.tickets.gateway.DemoModel;

/**
 * Stands in for language models when the patterns run by themselves: simple rules, chosen by the instructions that the
 * routes give. {@value #DOWN} is out of order, so that there is something to fall back from.
 */
final class SimulatedModels implements DemoModel {

    static final String FIRST = "demo-simulated";
    static final String SECOND = "demo-simulated-b";
    static final String THIRD = "demo-simulated-c";
    static final String DOWN = "demo-out-of-order";

    private static final Map<String, String> GERMAN = Map.of(
            "The delivery arrives on Monday.", "Die Lieferung kommt am Montag an.",
            "Thank you for your patience.", "Vielen Dank für Ihre Geduld.");
    private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2}-\\d+");
    private static final Pattern CUSTOMER = Pattern.compile("(?:To:|customer) ([^,\\n]+)");
    private static final Pattern TOTAL = Pattern.compile("(?:Total|due): ([\\d.]+) ([A-Z]{3})");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?]");

    @Override
    public List<String> names() {
        return List.of(FIRST, SECOND, THIRD, DOWN);
    }

    @Override
    public Optional<String> answer(String model, String instructions, String prompt) {
        if (model.equals(DOWN)) {
            return Optional.empty();
        }
        return Optional.of(text(model, instructions, prompt));
    }

    private static String text(String model, String instructions, String prompt) {
        if (instructions.contains("department")) {
            return "{\"department\":\"" + department(prompt.toLowerCase(Locale.ROOT)) + "\"}";
        } else if (instructions.contains("advertising")) {
            return looksLikeAdvertising(model, prompt) ? "yes" : "no";
        } else if (instructions.contains("German")) {
            return GERMAN.getOrDefault(prompt.strip(), "[no language model runs here] " + prompt);
        } else if (instructions.contains("invoice")) {
            return invoice(prompt);
        } else if (instructions.contains("Summarise")) {
            return summary(prompt);
        }
        return "Thank you for asking! We are looking into it.";
    }

    private static String department(String message) {
        if (message.contains("charged") || message.contains("refund") || message.contains("invoice")) {
            return "BILLING";
        }
        return message.contains("error") || message.contains("app ") ? "TECHNICAL" : "OTHER";
    }

    /** Each model looks at something else. */
    private static boolean looksLikeAdvertising(String model, String message) {
        return switch (model) {
            case SECOND -> message.contains("!!!") || message.contains("free");
            case THIRD -> message.contains("http");
            default -> message.contains("prize") || message.contains("Win");
        };
    }

    private static String invoice(String text) {
        Matcher total = TOTAL.matcher(text);
        boolean found = total.find();
        return "{\"number\":\"%s\",\"customer\":\"%s\",\"total\":%s,\"currency\":\"%s\"}".formatted(
                first(NUMBER, text, 0), first(CUSTOMER, text, 1), found ? total.group(1) : "0", found ? total.group(2) : "");
    }

    /** The first sentence of each paragraph. */
    private static String summary(String text) {
        StringBuilder summary = new StringBuilder();
        for (String paragraph : text.split("\\n\\n")) {
            summary.append(first(SENTENCE, paragraph, 0).strip()).append(' ');
        }
        return summary.isEmpty() ? text : summary.toString().strip();
    }

    private static String first(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group).strip() : "";
    }
}
