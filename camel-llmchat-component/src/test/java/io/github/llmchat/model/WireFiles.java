package io.github.llmchat.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents under {@code src/test/resources/wire}, in the manner of one server in each folder. */
final class WireFiles {

    private WireFiles() {
    }

    static Stream<Path> named(String fileName) {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.endsWith(fileName)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String file) {
        return read(root().resolve(file));
    }

    static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    static Stream<String> chunks() {
        return named("chunks.jsonl").flatMap(file -> lines(file).stream());
    }

    private static Path root() {
        try {
            return Path.of(WireFiles.class.getResource("/wire").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
