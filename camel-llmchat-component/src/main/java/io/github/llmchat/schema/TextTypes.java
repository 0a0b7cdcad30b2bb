package io.github.llmchat.schema;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;

/**
 * Types that Jackson reads from text, with a form that JSON Schema has no format for: its {@code time} and
 * {@code date-time} have an offset, which the local types of Java do not take.
 */
final class TextTypes implements CustomDefinitionProviderV2 {

    private static final Map<Class<?>, String> FORMS = Map.of(
            LocalDateTime.class, "ISO 8601 date and time without offset, such as 2026-03-31T14:05:00",
            LocalTime.class, "ISO 8601 time without offset, such as 14:05:00",
            byte[].class, "Base64");

    @Override
    public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, SchemaGenerationContext context) {
        String form = FORMS.get(type.getErasedType());
        if (form == null) {
            return null;
        }
        ObjectNode schema = context.getGeneratorConfig().createObjectNode().put("type", "string").put("description", form);
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE,
                CustomDefinition.AttributeInclusion.YES);
    }
}
