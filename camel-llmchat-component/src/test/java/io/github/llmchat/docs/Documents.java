package io.github.llmchat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that people read and copy from: README, docs, the examples' sources, and the Kamelets. */
final class Documents {

    private static final Path ROOT = Path.of("..");

    private Documents() {
    }

    static List<Path> all() {
        Stream<Path> pages = files(ROOT, 1).filter(file -> file.toString().endsWith(".md"));
        Stream<Path> docs = files(ROOT.resolve("docs"), Integer.MAX_VALUE);
        Stream<Path> examples = files(ROOT.resolve("camel-llmchat-examples"), 1);
        Stream<Path> sources = files(ROOT.resolve("camel-llmchat-examples").resolve("src"), Integer.MAX_VALUE);
        Stream<Path> kamelets = files(Path.of("src", "main", "resources", "kamelets"), 1);
        return Stream.of(pages, docs, examples, sources, kamelets).flatMap(files -> files)
                .filter(file -> file.getFileName().toString().matches(".+\\.(md|yaml|java|properties)"))
                .sorted()
                .toList();
    }

    static List<Mention> mentionsIn(Path file) {
        String text = read(file);
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md" -> MarkdownMentions.of(file, text);
            case "yaml" -> YamlMentions.of(file, 1, text);
            default -> TextMentions.of(file, 1, text);
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
