package io.github.llmchat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages and manifests say of files and versions is so. */
class DocumentedManifestsTest {

    private static final Path RESOURCES = Path.of("..", "camel-llmchat-examples", "src", "main", "resources");
    private static final Path PAGE = Path.of("..", "docs", "camel-k.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COORDINATES
            = Pattern.compile("camel-llmchat-component[:-](\\d[\\w.-]*?)(?=\\.jar|[\\s'\"`\\\\]|$)");

    @Test
    void whatThePageOnCamelKShowsStandsInAFile() throws IOException {
        List<String> shown = YAML.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
        List<String> files = yamlFiles().stream().map(DocumentedManifestsTest::read).toList();

        assertThat(shown).isNotEmpty().allSatisfy(
                block -> assertThat(files).as(block).anyMatch(file -> file.contains(block)));
    }

    @Test
    void theVersionOfTheJarIsThatOfThisBuild() {
        String version = ComponentCatalog.json("llmchat").at("/component/version").asText();
        List<String> versions = new ArrayList<>();
        Stream.concat(Documents.all().stream(), yamlFiles().stream()).forEach(file -> {
            Stream<MatchResult> found = COORDINATES.matcher(read(file)).results();
            found.forEach(coordinates -> versions.add(coordinates.group(1)));
        });

        assertThat(versions).isNotEmpty().containsOnly(version);
    }

    private static List<Path> yamlFiles() {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
