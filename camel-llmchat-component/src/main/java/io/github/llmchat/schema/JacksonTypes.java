package io.github.llmchat.schema;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;

/**
 * Types that the generator describes otherwise than Jackson reads them: enums, whose values Jackson itself is asked
 * for, and the local times, because the formats {@code time} and {@code date-time} of JSON Schema have an offset.
 */
record JacksonTypes(ObjectMapper mapper) implements CustomDefinitionProviderV2 {

    private static final Map<Class<?>, String> FORMS = Map.of(
            LocalDateTime.class, "ISO 8601 date and time without offset, such as 2026-03-31T14:05:00",
            LocalTime.class, "ISO 8601 time without offset, such as 14:05:00",
            byte[].class, "Base64");

    @Override
    public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, SchemaGenerationContext context) {
        Class<?> javaType = type.getErasedType();
        ObjectNode schema = javaType.isEnum() ? values(javaType) : text(javaType);
        return schema == null
                ? null
                : new CustomDefinition(schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private ObjectNode text(Class<?> type) {
        String form = FORMS.get(type);
        return form == null ? null : mapper.createObjectNode().put("type", "string").put("description", form);
    }

    private ObjectNode values(Class<?> type) {
        ObjectNode schema = mapper.createObjectNode();
        ArrayNode values = mapper.createArrayNode();
        for (Object constant : type.getEnumConstants()) {
            values.add(mapper.<JsonNode> valueToTree(constant));
        }
        boolean text = values.valueStream().allMatch(JsonNode::isTextual);
        boolean number = values.valueStream().allMatch(JsonNode::isIntegralNumber);
        if (text || number) {
            schema.put("type", text ? "string" : "integer");
        }
        schema.set("enum", values);
        return schema;
    }
}
