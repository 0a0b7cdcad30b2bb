package io.github.llmchat.schema;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ChecksAreBoundedTest {

    private static final String NUMBERS = "{\"type\": \"array\", \"items\": {\"type\": [\"number\", \"null\"]}}";
    private static final String TREE = """
            {"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "object", "additionalProperties": false,
              "properties": {"left": {"$ref": "#/$defs/tree"}, "right": {"$ref": "#/$defs/tree"}}}}}
            """;

    @Test
    void atMostTenMessages() throws JacksonException {
        assertThat(violations(NUMBERS, array("\"x\"", 5_000))).hasSize(10).startsWith("$[0]: must be a number or null")
                .endsWith("$[9]: must be a number or null");
    }

    @Test
    void ofTooManyOnlyTheFirst() throws JacksonException {
        assertThat(violations(NUMBERS, array("\"x\"", 300_000))).containsExactly("$[0]: must be a number or null");
    }

    @Test
    void largeDocumentsMayBeValid() throws JacksonException {
        String choices = "{\"items\": {\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"string\"}, {\"type\": \"number\"}]}}";
        assertThat(violations(NUMBERS, array("1", 300_000))).isEmpty();
        assertThat(violations(choices, array("1", 600_000))).isEmpty();
    }

    @Test
    void aHopelessChoiceIsGivenUp() throws JacksonException {
        String schema = "{\"anyOf\": [{\"type\": \"null\"}, " + NUMBERS + "]}";
        assertThat(violations(schema, array("\"x\"", 600_000)))
                .containsExactly("$: is too large or too irregular to be checked");
    }

    @Test
    void deepDocumentsAreRefused() throws JacksonException {
        assertThat(violations(TREE, nested(150))).isEmpty();
        assertThat(violations(TREE, nested(400))).containsExactly("$: must not be nested deeper than 200 levels");
        JsonNode deeper = Json.object();
        for (int i = 0; i < 100_000; i++) {
            deeper = Json.object().set("left", deeper);
        }
        assertThat(OutputSchema.of(Json.parse(TREE)).violations(deeper)).hasSize(1);
    }

    @Test
    void oneSchemaServesManyThreads() throws Exception {
        OutputSchema schema = OutputSchema.of(Json.parse(TREE));
        JsonNode good = Json.parse(nested(20));
        JsonNode bad = Json.parse(nested(20).replace("{}", "{\"left\":1}"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> found = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> schema.violations(i % 2 == 0 ? good : bad).size())).toList();
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).get()).isEqualTo(i % 2);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> violations(String schema, String document) throws JacksonException {
        return ViolationsNamePlaceAndRuleTest.violations(schema, document);
    }

    private static String array(String item, int count) {
        return "[" + (item + ",").repeat(count - 1) + item + "]";
    }

    private static String nested(int depth) {
        return "{\"left\":".repeat(depth) + "{}" + "}".repeat(depth);
    }
}
