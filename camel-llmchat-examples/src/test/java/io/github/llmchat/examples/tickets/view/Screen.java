package io.github.llmchat.examples.tickets.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal for tests: obeys line ends, carriage return, cursor up and erase line, and knows whether colours were
 * used.
 */
final class Screen {

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\d*)([A-Za-z])");

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private boolean colours;

    Screen(String output) {
        Matcher sequence = SEQUENCE.matcher(output);
        for (int i = 0; i < output.length(); i++) {
            if (output.charAt(i) == '\u001b' && sequence.region(i, output.length()).lookingAt()) {
                obey(sequence.group(2), sequence.group(1));
                i = sequence.end() - 1;
            } else {
                show(output.charAt(i));
            }
        }
    }

    private void obey(String command, String number) {
        switch (command) {
            case "A" -> row -= Integer.parseInt(number);
            case "K" -> lines.get(row).setLength(0);
            case "m" -> colours = true;
            default -> throw new IllegalStateException("Unknown sequence " + command);
        }
    }

    private void show(char character) {
        if (character == '\n') {
            row++;
            if (row == lines.size()) {
                lines.add(new StringBuilder());
            }
        } else if (character != '\r') {
            lines.get(row).append(character);
        }
    }

    List<String> lines() {
        return lines.stream().map(StringBuilder::toString).toList();
    }

    boolean colours() {
        return colours;
    }
}
