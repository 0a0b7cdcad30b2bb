package io.github.llmchat.cache;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever may change the answer counts; how request and answer travel does not. */
class WhatCountsForAFingerprintTest {

    private static final String URL = "https://gateway/v1/chat/completions";
    private static final String REQUEST
            = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"user\",\"content\":\"Ho\"}]}";

    @Test
    void itIsAHashOfFixedLengthThatTellsNothing() {
        assertThat(of("key Bearer sk-secret", URL, Map.of(), REQUEST)).matches("[0-9a-f]{64}");
    }

    /** A change of it makes every table of every user worthless: it is for a new version to decide. */
    @Test
    void itIsTheSameInEveryProcessAndVersion() {
        assertThat(of("key k", URL, Map.of("vendor", "openai"), "{\"temperature\":0.70,\"model\":\"m\"}"))
                .isEqualTo("61bd707c550946836d5659dde198c19221739e4ec29f8abab20b19dd0ac0570c");
    }

    @Test
    void keyUrlAndHeadersCount() {
        String plain = of("key a", URL, Map.of(), REQUEST);
        assertThat(of("key b", URL, Map.of(), REQUEST)).isNotEqualTo(plain);
        assertThat(of("namespace a", URL, Map.of(), REQUEST)).isNotEqualTo(plain);
        assertThat(of("key a", "https://other/v1/chat/completions", Map.of(), REQUEST)).isNotEqualTo(plain);
        assertThat(of("key a", URL, Map.of("vendor", "openai"), REQUEST)).isNotEqualTo(plain);
        assertThat(of("key a", URL, Map.of("X-Tenant", "1"), REQUEST)).isNotEqualTo(plain);
        assertThat(Fingerprint.of("key a", URL, Map.of(), true, tree(REQUEST))).isNotEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Accept", "accept-encoding", "User-Agent", "traceparent", "tracestate", "b3", "X-B3-TraceId",
            "X-Request-Id", "Idempotency-Key" })
    void transportDoesNot(String header) {
        assertThat(of("key a", URL, Map.of(header, "x"), REQUEST)).isEqualTo(of("key a", URL, Map.of(), REQUEST));
    }

    @Test
    void streamingDoesNot() {
        assertThat(of(REQUEST.replace("{\"model\"", "{\"stream\":true,\"stream_options\":{\"include_usage\":true},\"model\"")))
                .isEqualTo(of(REQUEST));
    }

    @Test
    void theOrderOfMessagesCounts() {
        assertThat(of(REQUEST.replace("Hi", "?").replace("Ho", "Hi").replace("?", "Ho"))).isNotEqualTo(of(REQUEST));
    }

    @Test
    void theOrderOfASchemasPropertiesCountsBecauseModelsKeepToIt() {
        String first
                = schema("{\"type\":\"object\",\"properties\":{\"why\":{\"type\":\"string\"},\"what\":{\"type\":\"string\"}}}");
        assertThat(of(first)).isNotEqualTo(of(
                schema("{\"type\":\"object\",\"properties\":{\"what\":{\"type\":\"string\"},\"why\":{\"type\":\"string\"}}}")));
        assertThat(of(first)).as("that of its other fields does not").isEqualTo(of(
                schema("{\"properties\":{\"why\":{\"type\":\"string\"},\"what\":{\"type\":\"string\"}},\"type\":\"object\"}")));
    }

    @Test
    void aPropertyThatIsNamedPropertiesIsASchemaLikeOthers() {
        assertThat(of(schema("{\"properties\":{\"properties\":{\"type\":\"string\",\"title\":\"t\"}}}"))).isEqualTo(
                of(schema("{\"properties\":{\"properties\":{\"title\":\"t\",\"type\":\"string\"}}}")));
    }

    @Test
    void numbersBeyondAllMeasureAreNotWrittenOut() {
        assertThat(of("{\"a\":1e999999999}")).isNotEqualTo(of("{\"a\":1e999999998}"));
    }

    private static String schema(String schema) {
        return "{\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":" + schema + "}}}";
    }

    private static String of(String request) {
        return of("key a", URL, Map.of(), request);
    }

    private static String of(String sharedBy, String url, Map<String, String> headers, String request) {
        return Fingerprint.of(sharedBy, url, headers, false, tree(request));
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.parse(json);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
