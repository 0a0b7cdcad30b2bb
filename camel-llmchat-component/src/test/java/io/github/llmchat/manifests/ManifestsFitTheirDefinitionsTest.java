package io.github.llmchat.manifests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is applied to a cluster is accepted there: Kamelets, Pipes, Integrations, ScaledObjects. */
class ManifestsFitTheirDefinitionsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManifestsFitTheirDefinitionsTest.class);
    /** Beside the project; not part of it. */
    private static final Path DEFINITIONS = Path.of("..", "..", "shared", "crds");

    private static ResourceDefinitions definitions;

    @BeforeAll
    static void read() {
        boolean there = Files.isDirectory(DEFINITIONS);
        if (!there) {
            LOG.warn("SKIPPED: manifests are not checked against custom resource definitions, there is no folder {}",
                    DEFINITIONS);
        }
        Assumptions.assumeTrue(there, () -> "no custom resource definitions in " + DEFINITIONS + ": not checked");
        definitions = ResourceDefinitions.in(DEFINITIONS);
    }

    static Stream<Manifest> custom() {
        return Manifest.all().stream().filter(manifest -> manifest.apiVersion().matches("(camel\\.apache|keda)\\..*"));
    }

    @ParameterizedTest
    @MethodSource("custom")
    void aManifestFits(Manifest manifest) {
        assertThat(definitions.knows(manifest)).as("definition of %s", manifest).isTrue();
        assertThat(definitions.problems(manifest)).isEmpty();
    }

    @Test
    void aFieldThatIsMisspeltIsFound() {
        Manifest kamelet = Manifest.kamelets().get(0);
        JsonNode wrong = kamelet.json().deepCopy();
        ((ObjectNode) wrong.at("/spec/definition")).put("titel", "Wrong");

        assertThat(definitions.problems(new Manifest(kamelet.file(), wrong))).singleElement().asString().contains("titel");
    }

    @Test
    void allKindsAreThere() {
        List<String> kinds = custom().map(Manifest::kind).distinct().toList();

        assertThat(kinds).contains("Kamelet", "Pipe", "Integration", "ScaledObject");
    }
}
