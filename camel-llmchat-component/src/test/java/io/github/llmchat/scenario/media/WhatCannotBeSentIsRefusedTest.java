package io.github.llmchat.scenario.media;

import java.io.File;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatCannotBeSentIsRefusedTest extends MediaScenario {

    @ParameterizedTest
    @ValueSource(strings = { "video/mp4", "font/woff2", "model/gltf-binary", "multipart/mixed" })
    void aTypeThatTheApiHasNoPartFor(String type) {
        assertRefused(
                uri("gpt-4o"), BYTES, Map.of("Content-Type", type), "A body of media type " + type, "images", "audio",
                "application/...");
    }

    @Test
    void aVideoFileIsNotEvenRead() {
        assertRefused(uri("gpt-4o"), new File("no-such-film.mp4"), Map.of(), "video/mp4", "can't be sent");
    }

    @ParameterizedTest
    @ValueSource(strings = { "image/png", "audio/wav", "application/pdf" })
    void nothingOfAType(String type) {
        assertRefused(uri("gpt-4o"), new byte[0], Map.of("Content-Type", type), "A body of media type " + type, "no bytes");
    }

    @Test
    void textWithoutText() {
        assertRefused(uri("gpt-4o"), new byte[0], Map.of("Content-Type", "text/plain"), "There is no prompt");
    }

    @ParameterizedTest
    @CsvSource({ "png", "README", "archive.unknown", "a.b/png" })
    void aFileNameThatTellsNothing(String name) {
        assertRefused(
                uri("gpt-4o"), BYTES, Map.of("CamelFileName", name), "media type", "unknown", "CamelLlmChatMediaType",
                "convertBodyTo(String)");
    }

    @Test
    void aHeaderThatIsNoMediaType() {
        assertRefused(uri("gpt-4o"), BYTES, Map.of("CamelLlmChatMediaType", "png"), "CamelLlmChatMediaType");
    }
}
