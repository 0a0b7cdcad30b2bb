package io.github.llmchat.schema;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseFormatIsTheWireFormTest {

    @Test
    void aWrapperWithoutANameAndAWholeResponseFormatAreUnderstood() throws JacksonException {
        String wrapper = "{\"schema\":{\"type\":\"string\"},\"strict\":true}";

        assertThat(of(wrapper).name()).isEqualTo("answer");
        assertThat(of(wrapper).schema()).hasToString("{\"type\":\"string\"}");
        assertThat(of("{\"type\":\"json_schema\",\"json_schema\":" + wrapper + "}").responseFormat())
                .isEqualTo(of(wrapper).responseFormat());
    }

    @Test
    void aBareSchemaIsWrapped() throws JacksonException {
        assertThat(of("{\"title\": \"Order\", \"type\": \"object\"}").responseFormat()).hasToString(
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Order\",\"schema\":{\"title\":\"Order\",\"type\":\"object\"}}}");
    }

    @Test
    void theFieldsOfAWrapperAreSentAsTheyAre() throws JacksonException {
        String wrapper = "{\"name\":\"o\",\"schema\":{\"minimum\":1.50},\"strict\":false,\"description\":\"d\",\"x\":[1.0]}";
        assertThat(Json.text(of(wrapper).responseFormat()))
                .isEqualTo("{\"type\":\"json_schema\",\"json_schema\":" + wrapper + "}");
    }

    @Test
    void aSchemaOfAClassIsStrict() {
        assertThat(OutputSchema.of(Order.class).responseFormat()).hasToString(
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Order\",\"schema\":{\"type\":\"object\",\"properties\":"
                                                                              + "{\"id\":{\"type\":\"string\"}},\"required\":[\"id\"],\"additionalProperties\":false},\"strict\":true}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}                                               | answer",
            "{'title': 'Order of Ann!'}                       | Order_of_Ann_",
            "{'title': '!?'}                                  | answer",
            "{'name': 'a-B_9', 'schema': {'title': 'other'}}  | a-B_9",
            "{'name': '', 'schema': {'title': 'other'}}       | other",
            "{'name': null, 'schema': {}}                     | answer",
            "{'name': 'not a wrapper', 'title': 'bare'}       | bare" })
    void theNameFitsTheWire(String schema, String name) throws JacksonException {
        String json = schema.replace('\'', '"');
        assertThat(of(json).name()).isEqualTo(name);
    }

    @Test
    void longNamesAreCut() throws JacksonException {
        assertThat(of("{\"title\": \"" + "x".repeat(100) + "\"}").name()).isEqualTo("x".repeat(64));
    }

    @Test
    void nobodyCanChangeIt() throws JacksonException {
        ObjectNode given = (ObjectNode) Json.parse("{\"type\":\"object\"}");
        OutputSchema schema = OutputSchema.of(given);
        given.put("type", "string");
        schema.schema().put("type", "string");
        ((ObjectNode) schema.responseFormat().at("/json_schema/schema")).put("type", "string");
        assertThat(schema.schema()).hasToString("{\"type\":\"object\"}");
        assertThat(schema.responseFormat().at("/json_schema/schema/type").asText()).isEqualTo("object");
        assertThat(schema.violations(Json.object())).isEmpty();
    }

    private static OutputSchema of(String json) throws JacksonException {
        return OutputSchema.of(Json.parse(json));
    }

    record Order(String id) {
    }
}
