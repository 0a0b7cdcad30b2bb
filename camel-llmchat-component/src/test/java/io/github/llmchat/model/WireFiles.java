package io.github.llmchat.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents under {@code src/test/resources/wire}, in the manner of one server in each folder:
 * {@code request.json}, {@code completion.json}, {@code chunks.jsonl} with a chunk in each line, and what the server
 * sends when it fails.
 */
public final class WireFiles {

    private WireFiles() {
    }

    /** {@return the files of this name, one for each server that has it} */
    public static Stream<Path> named(String fileName) {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.endsWith(fileName)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of a file} */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String file) {
        return read(root().resolve(file));
    }

    /** {@return the lines of a file} */
    public static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    static Stream<String> chunks() {
        return Stream.of("chunks.jsonl", "failing-chunks.jsonl").flatMap(WireFiles::named)
                .flatMap(file -> lines(file).stream());
    }

    private static Path root() {
        try {
            return Path.of(WireFiles.class.getResource("/wire").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
