package io.github.llmchat.schema;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClassesBecomeStrictSchemasTest {

    @Test
    void recordsInTheOrderOfTheirComponents() {
        JsonNode line = OutputSchema.of(Line.class).schema();
        assertThat(line.path("description").asText()).isEqualTo("One line");
        assertThat(line.path("properties").fieldNames()).toIterable()
                .containsExactly("price", "the_count", "unit", "note", "discount", "day", "at");
        assertThat(line.at("/properties/price")).hasToString("{\"type\":\"number\",\"description\":\"in euros\"}");
        assertThat(line.at("/properties/day")).hasToString("{\"type\":\"string\",\"format\":\"date\"}");
        assertThat(line.at("/properties/at").has("format")).isFalse();
    }

    @Test
    void enumsAsJacksonWritesThem() {
        assertThat(OutputSchema.of(Line.class).schema().at("/properties/unit"))
                .hasToString("{\"type\":\"string\",\"enum\":[\"kg\",\"LITRE\"]}");
    }

    @Test
    void whatMayBeAbsentIsNullable() throws JacksonException {
        OutputSchema schema = OutputSchema.of(Line.class);
        assertThat(schema.schema().at("/properties/note/type")).hasToString("[\"string\",\"null\"]");
        assertThat(schema.schema().at("/properties/discount/type")).hasToString("[\"integer\",\"null\"]");
        assertThat(schema.violations(Json.parse("{\"price\":1,\"the_count\":1,\"unit\":\"kg\",\"note\":null,\"discount\":null,"
                                                + "\"day\":\"2026-01-31\",\"at\":\"2026-01-31T10:00:00\"}")))
                .isEmpty();
    }

    @Test
    void nullableEnumsAllowNull() throws JacksonException {
        OutputSchema schema = OutputSchema.of(Order.class);
        String order = "{\"lines\":[],\"main\":null,\"best\":null,\"tags\":null,\"unit\":null}";
        assertThat(schema.violations(Json.parse(order))).containsExactly("$.best: must be an object");
    }

    @Test
    void beansWithTheFieldsThatJacksonFills() {
        JsonNode bean = OutputSchema.of(Person.class).schema();
        assertThat(bean.path("properties").fieldNames()).toIterable().containsExactly("first_name", "children");
        assertThat(bean.at("/properties/children/items")).hasToString("{\"$ref\":\"#\"}");
    }

    @Test
    void recursionEndsWithNull() throws JacksonException {
        OutputSchema schema = OutputSchema.of(Chain.class);
        assertThat(schema.violations(Json.parse("{\"name\":\"a\",\"next\":{\"name\":\"b\",\"next\":null}}"))).isEmpty();
        assertThat(schema.violations(Json.parse("{\"name\":\"a\",\"next\":{\"name\":1,\"next\":null}}")))
                .containsExactly("$.next.name: must be a string");
    }

    @Test
    void subtypesAreChoices() throws JacksonException {
        OutputSchema schema = OutputSchema.of(Drawing.class);
        assertThat(schema.violations(Json.parse("{\"shape\":{\"kind\":\"circle\",\"radius\":1}}"))).isEmpty();
        assertThat(schema.violations(Json.parse("{\"shape\":{\"kind\":\"circle\",\"side\":1}}"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = { Line.class, Order.class, Person.class, Chain.class, Drawing.class })
    void strictRulesHoldEverywhere(Class<?> type) {
        ObjectRules.check(OutputSchema.of(type).schema());
    }

    /** What strict structured outputs ask of each part of a schema. */
    private static final class ObjectRules {

        static void check(JsonNode part) {
            if (part.path("properties").isObject()) {
                assertThat(part.path("additionalProperties").isBoolean()).isTrue();
                assertThat(part.path("additionalProperties").booleanValue()).isFalse();
                assertThat(part.path("required").valueStream().map(JsonNode::asText).toList())
                        .isEqualTo(List.copyOf(part.path("properties").propertyStream().map(p -> p.getKey()).toList()));
            }
            if (part.path("$ref").isTextual()) {
                assertThat(part).hasSize(1);
                assertThat(part.path("$ref").asText()).startsWith("#");
            }
            assertThat(part.has("allOf") || part.has("$schema")).isFalse();
            part.forEach(ObjectRules::check);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Nullable {
    }

    enum Unit {
        @JsonProperty("kg")
        KILO,
        LITRE
    }

    @JsonClassDescription("One line")
    record Line(@JsonPropertyDescription("in euros") BigDecimal price, @JsonProperty("the_count") int count, Unit unit,
            Optional<String> note, OptionalInt discount, LocalDate day, LocalDateTime at) {
    }

    record Order(List<Line> lines, @Nullable Line main, @JsonPropertyDescription("the best") Line best,
            @Nullable List<String> tags, @Nullable Unit unit) {
    }

    record Chain(String name, @Nullable Chain next) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    static class Person {

        private String firstName;
        private List<Person> children;
        private int hidden;
        @JsonIgnore
        private int ignored;

        public String getFirstName() {
            return firstName;
        }

        public List<Person> getChildren() {
            return children;
        }

        public int getSize() {
            return hidden + ignored;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
            @JsonSubTypes.Type(value = Circle.class, name = "circle"),
            @JsonSubTypes.Type(value = Square.class, name = "square") })
    interface Shape {
    }

    record Circle(double radius) implements Shape {
    }

    record Square(double side) implements Shape {
    }

    record Drawing(Shape shape) {
    }
}
