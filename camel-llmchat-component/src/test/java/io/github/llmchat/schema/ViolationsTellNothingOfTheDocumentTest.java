package io.github.llmchat.schema;

import com.fasterxml.jackson.core.JacksonException;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ViolationsTellNothingOfTheDocumentTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"additionalProperties\": {\"type\": \"null\"}}", "{\"additionalProperties\": false}",
            "{\"patternProperties\": {\"S\": {\"enum\": [1]}}}", "{\"propertyNames\": {\"maxLength\": 1}}",
            "{\"unevaluatedProperties\": false}", "{\"type\": \"string\"}", "{\"const\": 1}", "{\"not\": {}}",
            "{\"maxProperties\": 0}", "{\"oneOf\": [{\"type\": \"null\"}]}", "{\"dependentSchemas\": {\"SECRET\": false}}",
            "{\"properties\": {\"x\": {\"format\": \"date\", \"pattern\": \"^a\", \"maxLength\": 1, \"const\": 2}}}" })
    void neitherValuesNorNames(String schema) throws JacksonException {
        String document = "{\"SECRET\": \"SECRET\", \"x\": \"SECRET\"}";
        assertThat(ViolationsNamePlaceAndRuleTest.violations(schema, document)).isNotEmpty()
                .allSatisfy(message -> assertThat(message).doesNotContain("SECRET"));
    }

    @Test
    void namesOfTheSchemaAreTold() throws JacksonException {
        String schema = "{\"additionalProperties\": {\"properties\": {\"the price\": {\"type\": \"number\"}}}}";
        assertThat(OutputSchema.of(Json.parse(schema)).violations(Json.parse("{\"Ann\": {\"the price\": null}}")))
                .containsExactly("$.*['the price']: must be a number");
    }

    @Test
    void longRulesAreCut() throws JacksonException {
        String schema = "{\"enum\": [\"" + "v".repeat(5_000) + "\"]}";
        assertThat(ViolationsNamePlaceAndRuleTest.violations(schema, "1")).singleElement().asString()
                .hasSizeLessThan(300).startsWith("$: must be \"vvv");
    }
}
