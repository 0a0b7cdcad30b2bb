package io.github.llmchat.schema;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InvalidSchemasAreRefusedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'type': 7}                                      | $.type: must be one of \"array\", \"boolean\"",
            "{'properties': {'a': {'type': 'text'}}}          | $.properties.a.type: must be one of",
            "{'required': 'a'}                                | $.required: must be an array",
            "{'properties': {'a': 5}}                         | $.properties.a: must be an object or true or false",
            "{'pattern': '['}                                 | Unclosed character class",
            "{'$schema': 'https://example.org/mine'}          | $.$schema: must be one of the drafts",
            "{'$schema': 7}                                   | $.$schema: must be one of the drafts",
            "{'$ref': '#'}                                    | a reference leads to itself",
            "{'items': {'$ref': '#/$defs/a'}}                 | the reference #/$defs/a leads nowhere",
            "{'$ref': '#nowhere'}                             | the reference #nowhere leads nowhere",
            "{'$ref': 'file:///etc/passwd'}                   | the reference file:///etc/passwd leads outside",
            "{'$ref': 'classpath:log4j2.xml'}                 | the reference classpath:log4j2.xml leads outside",
            "{'allOf': [{'$ref': 'other.json#/a'}]}           | the reference other.json#/a leads outside",
            "{'name': 'a', 'schema': {'type': 7}}             | $.type: must be one of",
            "[]                                               | it is no JSON object",
            "true                                             | it is no JSON object" })
    void withThePlaceAndTheReason(String schema, String reason) throws JacksonException {
        JsonNode given = Json.parse(schema.replace('\'', '"'));
        assertThatIllegalArgumentException().isThrownBy(() -> OutputSchema.of(given))
                .withMessageStartingWith("jsonSchema is no JSON Schema: ").withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'$ref': '#/$defs/a~1b', '$defs': {'a/b': {}}}", "{'$ref': '#/$defs/a%20b', '$defs': {'a b': {}}}",
            "{'$ref': '#here', '$defs': {'a': {'$anchor': 'here'}}}", "{'properties': {'$ref': {'type': 'string'}}}",
            "{'const': {'$ref': 'http://localhost/'}}", "{'properties': {'next': {'$ref': '#'}}}",
            "{'$id': 'https://example.org/a', 'items': {'$ref': '#/$defs/a'}, '$defs': {'a': {}}}" })
    void referencesInsideAreNot(String schema) throws JacksonException {
        JsonNode given = Json.parse(schema.replace('\'', '"'));
        assertThatCode(() -> OutputSchema.of(given).violations(Json.parse("[{}]"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = { "$ref", "$dynamicRef", "$schema" })
    void nothingIsFetched(String keyword) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            JsonNode schema = Json.object().put(keyword, "http://127.0.0.1:" + server.getLocalPort() + "/schema");
            assertThatIllegalArgumentException().isThrownBy(() -> OutputSchema.of(schema));
            // a connection would be in the backlog
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aManifoldOfReferencesIsNotUnfolded() throws JacksonException {
        StringBuilder schema = new StringBuilder("{\"$ref\":\"#/$defs/a0\",\"$defs\":{");
        for (int i = 0; i < 50; i++) {
            String next = "{\"$ref\":\"#/$defs/a" + (i + 1) + "\"}";
            schema.append("\"a" + i + "\":{\"properties\":{\"x\":" + next + ",\"y\":" + next + "}},");
        }
        schema.append("\"a50\":{\"type\":\"string\"}}}");
        assertThat(OutputSchema.of(Json.parse(schema.toString())).violations(Json.parse("{\"x\":{\"y\":{}}}"))).isEmpty();
    }
}
