package io.github.llmchat.schema;

import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ViolationsNamePlaceAndRuleTest {

    private static final String ORDER = """
            {"type": "object", "required": ["lines"], "properties": {"lines": {"type": "array", "items":
              {"type": "object", "properties": {"price": {"type": "number"}, "unit": {"enum": ["kg", "l"]}},
               "required": ["price"], "additionalProperties": false}}}}
            """;

    @Test
    void aValidDocumentHasNone() throws JacksonException {
        assertThat(violations(ORDER, "{\"lines\": [{\"price\": 1.5, \"unit\": \"kg\"}]}")).isEmpty();
    }

    @Test
    void eachIsOneMessage() throws JacksonException {
        assertThat(violations(ORDER,
                "{\"lines\": [{\"price\": \"1\"}, {\"unit\": \"m\"}, {\"price\": 1, \"x\": 1, \"y\": 1}, 5]}"))
                .containsExactlyInAnyOrder(
                        "$.lines[0].price: must be a number",
                        "$.lines[1]: must have the property price",
                        "$.lines[1].unit: must be one of \"kg\", \"l\"",
                        "$.lines[2]: must not have properties other than price, unit",
                        "$.lines[3]: must be an object");
        assertThat(violations(ORDER, "{}")).containsExactly("$: must have the property lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'type': ['string', 'null']}           | 5         | must be a string or null",
            "{'type': 'integer'}                    | 1.5       | must be an integer",
            "{'type': 'boolean'}                    | 'yes'     | must be true or false",
            "{'const': 'a'}                         | 'b'       | must be \"a\"",
            "{'minimum': 3}                         | 2         | must be at least 3",
            "{'exclusiveMaximum': 3}                | 3         | must be less than 3",
            "{'multipleOf': 2}                      | 3         | must be a multiple of 2",
            "{'minLength': 2}                       | 'a'       | must have at least 2 characters",
            "{'pattern': '^a*$'}                    | 'b'       | must match the pattern ^a*$",
            "{'maxItems': 2}                        | [1, 2, 3] | must have at most 2 items",
            "{'uniqueItems': true}                  | [1, 1]    | must not have the same item twice",
            "{'dependentRequired': {'a': ['b']}}    | {'a': 1}  | must have the properties that go with those it has",
            "{'not': {'type': 'null'}}              | null      | must not be what \"not\" describes",
            "{'contains': {'type': 'null'}}         | [1]       | must contain more items as described",
            "{'properties': {}, 'additionalProperties': false} | {'a': 1} | must not have further properties",
            "{'oneOf': [{'type': 'integer'}, {'type': 'number'}]} | 5 | must fit exactly one of the choices" })
    void rulesAreInWords(String schema, String document, String rule) throws JacksonException {
        assertThat(violations(schema.replace('\'', '"'), document.replace('\'', '"'))).containsExactly("$: " + rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "anyOf | {\"a\": 5} | $.a: must be a string", "anyOf | 5 | $: must be an object or null",
            "oneOf | {\"a\": 5} | $.a: must be a string" })
    void onlyTheChoiceThatWasMeantIsTold(String keyword, String document, String message) throws JacksonException {
        String schema = "{\"" + keyword + "\": [{\"$ref\": \"#/$defs/a\"}, {\"type\": \"null\"}], \"$defs\": {\"a\": "
                        + "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}}}";
        assertThat(violations(schema, document)).contains(message)
                .allMatch(one -> one.equals(message) || one.contains("choices"));
    }

    @Test
    void theDraftIsTheOneNamed() throws JacksonException {
        String schema = "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"items\": [{\"type\": \"null\"}]}";
        assertThat(violations(schema, "[1]")).containsExactly("$[0]: must be null");
    }

    static List<String> violations(String schema, String document) throws JacksonException {
        return OutputSchema.of(Json.parse(schema)).violations(Json.parse(document));
    }
}
