package io.github.llmchat.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClassesWithoutFixedPropertiesAreRefusedTest {

    @ParameterizedTest
    @ValueSource(classes = {
            String.class, int.class, Integer.class, Boolean.class, LocalDate.class, Thread.State.class, Object.class,
            void.class,
            List.class, ArrayList.class, Map.class, HashMap.class, String[].class, Runnable.class, Number.class, JsonNode.class,
            ObjectNode.class, Empty.class, Counts.class, Anything.class, Anythings.class, Box.class, Unwrapped.class })
    void withWhatToDo(Class<?> type) {
        assertThatIllegalArgumentException().isThrownBy(() -> OutputSchema.of(type))
                .withMessageStartingWith("outputClass " + type.getTypeName() + ": ")
                .withMessageContaining("use a record or a class")
                .withMessageEndingWith("or give jsonSchema");
    }

    record Empty() {
    }

    record Counts(Map<String, Integer> counts) {
    }

    record Anything(Object thing) {
    }

    @SuppressWarnings("rawtypes")
    record Anythings(List things) {
    }

    static class Box<T> {

        public T content;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
    interface Shape {
    }

    record Circle(double radius) implements Shape {
    }

    /** Its properties cannot be told apart from those of a subtype that is described elsewhere. */
    static class Unwrapped {

        public int y;
        @JsonUnwrapped
        public Circle circle;
        public Circle other;
    }
}
