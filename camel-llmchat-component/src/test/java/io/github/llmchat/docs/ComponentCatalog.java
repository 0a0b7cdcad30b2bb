package io.github.llmchat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;

/** The components' metadata, as this build has generated it. */
final class ComponentCatalog {

    private static final Path METADATA = Path.of("target", "classes", "META-INF", "io", "github", "llmchat");

    private ComponentCatalog() {
    }

    /** The metadata of a scheme. */
    static JsonNode json(String scheme) {
        try {
            return new ObjectMapper().readTree(text(scheme));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Camel's catalog with the components in it. */
    static CamelCatalog camel() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("llmchat", "io.github.llmchat.LlmChatComponent", text("llmchat"));
        catalog.addComponent("llmchat-tool", "io.github.llmchat.tool.route.LlmChatToolComponent", text("llmchat-tool"));
        return catalog;
    }

    private static String text(String scheme) {
        Path folder = scheme.equals("llmchat-tool") ? METADATA.resolve("tool").resolve("route") : METADATA;
        try {
            return Files.readString(folder.resolve(scheme + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
