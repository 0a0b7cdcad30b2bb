package io.github.llmchat.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds endpoint URIs in the code of a Markdown page: in fenced blocks by their language, and between backticks. */
final class MarkdownMentions {

    private static final Pattern FENCE = Pattern.compile("\\s*```\\s*(\\w*)\\s*");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

    private final Path file;
    private final List<Mention> mentions = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private String language;
    private int blockStart;

    private MarkdownMentions(Path file) {
        this.file = file;
    }

    static List<Mention> of(Path file, String page) {
        MarkdownMentions found = new MarkdownMentions(file);
        String[] lines = page.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            found.line(i + 1, lines[i]);
        }
        return found.mentions;
    }

    private void line(int number, String line) {
        Matcher fence = FENCE.matcher(line);
        if (fence.matches() && language == null) {
            language = fence.group(1);
            blockStart = number + 1;
            block.setLength(0);
        } else if (fence.matches()) {
            mentions.addAll(language.equals("yaml")
                    ? YamlMentions.of(file, blockStart, block.toString())
                    : TextMentions.of(file, blockStart, block.toString()));
            language = null;
        } else if (language != null) {
            block.append(line).append('\n');
        } else {
            for (Matcher span = SPAN.matcher(line); span.find();) {
                mentions.addAll(TextMentions.of(file, number, span.group(1)));
            }
        }
    }
}
