package io.github.llmchat.manifests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules that Camel's Kamelet catalog has for what it takes in; tools that show Kamelets rely on them. */
class KameletsFollowTheCatalogsRulesTest {

    private static final Path METADATA
            = Path.of("target", "classes", "META-INF", "io", "github", "llmchat", "llmchat.json");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9._-]+)}}");
    private static final Map<String, String> CAPITALISED = Map.of("action", "Action", "sink", "Sink", "source", "Source");

    static List<Manifest> kamelets() {
        return Manifest.kamelets();
    }

    @Test
    void theyAreInTheJar() {
        assertThat(kamelets()).extracting(Manifest::name).contains(
                "llmchat-action", "llmchat-stream-action", "llmchat-json-action", "llmchat-sink", "llmchat-tool-source");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void fileNameTypeAndTitleGoTogether(Manifest kamelet) {
        String type = kamelet.json().at("/metadata/labels/camel.apache.org~1kamelet.type").asText();

        assertThat(kamelet.file().getFileName()).hasToString(kamelet.name() + ".kamelet.yaml");
        assertThat(CAPITALISED).containsKey(type);
        assertThat(kamelet.name()).endsWith("-" + type);
        assertThat(definition(kamelet).path("title").asText()).endsWith(" " + CAPITALISED.get(type));
        assertThat(definition(kamelet).path("description").asText()).endsWith(".");
        assertThat(definition(kamelet).path("type").asText()).isEqualTo("object");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void annotationsAreComplete(Manifest kamelet) throws IOException {
        JsonNode annotations = kamelet.json().at("/metadata/annotations");
        String icon = annotations.path("camel.apache.org/kamelet.icon").asText();

        assertThat(icon).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(Base64.getDecoder().decode(icon.substring(icon.indexOf(',') + 1)))).startsWith("<svg");
        assertThat(annotations.path("camel.apache.org/kamelet.support.level").asText()).isIn("Preview", "Stable");
        assertThat(annotations.path("camel.apache.org/provider").asText()).isNotBlank();
        assertThat(annotations.path("camel.apache.org/kamelet.group").asText()).isNotBlank();
        assertThat(annotations.path("camel.apache.org/kamelet.namespace").asText()).isNotBlank();
        assertThat(annotations.path("camel.apache.org/catalog.version").asText())
                .isEqualTo(new org.apache.camel.catalog.DefaultCamelCatalog().getCatalogVersion());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dependenciesNameTheVersionOfThisBuild(Manifest kamelet) throws IOException {
        String version = new ObjectMapper().readTree(METADATA.toFile()).at("/component/version").asText();

        assertThat(kamelet.json().at("/spec/dependencies")).extracting(JsonNode::asText).contains(
                "camel:core", "camel:kamelet", "mvn:io.github.llmchat:camel-llmchat-component:" + version);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void propertiesAreDescribed(Manifest kamelet) {
        definition(kamelet).path("properties").properties().forEach(entry -> {
            JsonNode property = entry.getValue();
            assertThat(property.path("title").asText()).as(entry.getKey()).matches("[A-Z]\\w*( [A-Z]\\w*)*")
                    .doesNotMatch("(The|An?) .*");
            assertThat(property.path("description").asText()).as(entry.getKey()).endsWith(".");
            assertThat(property.path("type").asText()).as(entry.getKey())
                    .isIn("string", "integer", "number", "boolean");
            boolean secret = entry.getKey().toLowerCase().contains("key");
            assertThat(property.path("format").asText().equals("password")).as(entry.getKey()).isEqualTo(secret);
            assertThat(property.path("x-descriptors").toString().contains("urn:camel:group:credentials"))
                    .as(entry.getKey()).isEqualTo(secret);
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void whatIsDeclaredIsUsedAndWhatIsOptionalMayBeLeftOut(Manifest kamelet) {
        JsonNode properties = definition(kamelet).path("properties");
        String template = kamelet.json().at("/spec/template").toString();
        Set<String> used = new HashSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(template); matcher.find();) {
            used.add(matcher.group(1));
        }

        assertThat(properties.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(used);
        Set<String> required = new HashSet<>();
        definition(kamelet).path("required").forEach(name -> required.add(name.asText()));
        assertThat(used).containsAll(required);
        properties.properties().forEach(entry -> {
            boolean always = required.contains(entry.getKey()) || entry.getValue().has("default");
            assertThat(template).contains((always ? "{{" : "{{?") + entry.getKey() + "}}");
        });
    }

    private static JsonNode definition(Manifest kamelet) {
        return kamelet.json().at("/spec/definition");
    }
}
