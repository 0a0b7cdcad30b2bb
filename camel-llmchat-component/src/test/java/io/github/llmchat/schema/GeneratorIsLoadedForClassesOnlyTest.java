package io.github.llmchat.schema;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GeneratorIsLoadedForClassesOnlyTest {

    @Test
    void schemasWorkWithoutIt() throws Exception {
        URL[] libraries = Stream
                .of(OutputSchema.class, JsonProperty.class, JsonFactory.class, JsonNode.class, JsonSchema.class, Logger.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation()).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader())) {
            Class<?> schemas = loader.loadClass(OutputSchema.class.getName());
            Object json = loader.loadClass("io.github.llmchat.model.Json").getMethod("parse", String.class)
                    .invoke(null, "{\"title\":\"Order\",\"type\":\"object\"}");

            Object schema = schemas.getMethod("of", loader.loadClass(JsonNode.class.getName())).invoke(null, json);

            assertThat(schemas.getMethod("name").invoke(schema)).isEqualTo("Order");
            assertThatThrownBy(() -> schemas.getMethod("of", Class.class).invoke(null, Example.class))
                    .isInstanceOf(InvocationTargetException.class).cause().isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("victools");
        }
    }

    record Example(int x) {
    }
}
