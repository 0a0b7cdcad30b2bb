package io.github.llmchat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;

/** The component's metadata, as this build has generated it. */
final class ComponentCatalog {

    private static final Path JSON = Path.of("target", "classes", "META-INF", "io", "github", "llmchat", "llmchat.json");

    private ComponentCatalog() {
    }

    static JsonNode json() {
        try {
            return new ObjectMapper().readTree(text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Camel's catalog with the component in it. */
    static CamelCatalog camel() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("llmchat", "io.github.llmchat.LlmChatComponent", text());
        return catalog;
    }

    private static String text() {
        try {
            return Files.readString(JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
