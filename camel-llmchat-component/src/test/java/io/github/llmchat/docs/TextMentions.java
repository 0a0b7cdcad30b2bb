package io.github.llmchat.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds endpoint URIs and component properties in Java, in properties files and in lines of code. */
final class TextMentions {

    private static final Pattern URI = Pattern.compile("(?<![\\w.:-])llmchat(?:-tool)?:[^\"'`<>|]+");
    private static final Pattern PROPERTY
            = Pattern.compile("(?<![\\w.])camel\\.component\\.llmchat(?:-tool)?\\.[^\\s\"'`=]+(=[^\\s\"'`]*)?");

    private TextMentions() {
    }

    static List<Mention> of(Path file, int firstLine, String text) {
        List<Mention> mentions = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            for (Matcher uri = URI.matcher(lines[i]); uri.find();) {
                String found = complete(uri.group(), lines[i].substring(uri.end()));
                if (!isNotation(found)) {
                    mentions.add(new Mention(file, firstLine + i, found));
                }
            }
            for (Matcher property = PROPERTY.matcher(lines[i]); property.find();) {
                String found = property.group();
                mentions.add(new Mention(file, firstLine + i, found.contains("=") ? found : found + "={{value}}"));
            }
        }
        return mentions;
    }

    /** What Java code puts together at run time is a placeholder here. */
    private static String complete(String uri, String rest) {
        if (!rest.matches("\"\\s*(\\+.*)?") || uri.matches(".*[^=&?]")) {
            return uri.strip();
        }
        return uri.endsWith("=") ? uri + "{{value}}" : uri.substring(0, uri.length() - 1);
    }

    private static boolean isNotation(String uri) {
        return uri.matches(".*[\\[…].*") || uri.matches("llmchat(-tool)?:\\s.*");
    }
}
