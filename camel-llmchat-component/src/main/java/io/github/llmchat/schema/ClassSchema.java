package io.github.llmchat.schema;

import java.lang.reflect.Modifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JsonPropertySorter;

/**
 * The schema of a Java class. Nothing of the generator is loaded before the first class is asked for.
 */
final class ClassSchema {

    private static final String ADVICE = "; use a record or a class whose properties are such classes, lists, enums or values"
                                         + " (a list or a map goes into a property or a list of entries), or give jsonSchema";

    private ClassSchema() {
    }

    /**
     * @throws IllegalArgumentException if objects of the class have no fixed properties
     */
    static ObjectNode of(Class<?> type) {
        if (type.isInterface() || type.isArray() || type.isPrimitive() || Modifier.isAbstract(type.getModifiers())) {
            throw refused(type, "it is no class that objects are made of");
        }
        ObjectNode schema;
        try {
            schema = new SchemaGenerator(config()).generateSchema(type);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw refused(type, "no schema can be made of it", e);
        }
        if (!schema.path("type").asText().equals("object") || schema.path("properties").isEmpty()) {
            throw refused(type, "it is no object with properties");
        }
        try {
            return StrictSchema.of(schema);
        } catch (IllegalArgumentException e) {
            throw refused(type, e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refused(Class<?> type, String why) {
        return refused(type, why, null);
    }

    private static IllegalArgumentException refused(Class<?> type, String why, Exception cause) {
        return new IllegalArgumentException("outputClass " + type.getTypeName() + ": " + why + ADVICE, cause);
    }

    private static SchemaGeneratorConfig config() {
        ObjectMapper mapper = new ObjectMapper();
        SchemaGeneratorConfigBuilder builder
                = new SchemaGeneratorConfigBuilder(mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.PLAIN_DEFINITION_KEYS)
                        .without(Option.SCHEMA_VERSION_INDICATOR)
                        .with(new JacksonModule());
        ReadProperties read = new ReadProperties(mapper);
        builder.forFields()
                .withIgnoreCheck(field -> !read.contains(field))
                .withTargetTypeOverridesResolver(FieldTypes::overridden)
                .withNullableCheck(FieldTypes::isNullable);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(new JacksonTypes(mapper))
                // as declared: what a model writes first helps it with what follows
                .withPropertySorter(new JsonPropertySorter(false));
        return builder.build();
    }
}
