package io.github.llmchat.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A resource for Kubernetes that the project ships.
 *
 * @param file where it stands; a file may have several
 * @param json the resource
 */
record Manifest(Path file, JsonNode json) {

    /** As they are in the jar, with the versions filled in. */
    private static final Path KAMELETS = Path.of("target", "classes", "kamelets");
    private static final Path EXAMPLES = Path.of("..", "camel-llmchat-examples", "src", "main", "resources");

    static List<Manifest> kamelets() {
        return in(KAMELETS);
    }

    /** Kamelets, and what the examples have: all YAML documents with a kind. */
    static List<Manifest> all() {
        return Stream.concat(kamelets().stream(), in(EXAMPLES).stream()).toList();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    @Override
    public String toString() {
        return kind() + " " + name() + " (" + file.getFileName() + ")";
    }

    private static List<Manifest> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .flatMap(file -> documents(file).stream().map(json -> new Manifest(file, json)))
                    .filter(manifest -> manifest.json.has("kind")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> documents(Path file) {
        Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
        List<JsonNode> documents = new ArrayList<>();
        try {
            for (Object document : load.loadAllFromString(Files.readString(file))) {
                documents.add(new ObjectMapper().valueToTree(document instanceof Map<?, ?> map ? map : Map.of()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }
}
