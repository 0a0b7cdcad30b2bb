package io.github.llmchat.schema;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;

/**
 * Which fields Jackson fills when it reads an object: a model need not be asked for the others.
 */
final class ReadProperties {

    private final ObjectMapper mapper;
    private final Map<Class<?>, Set<String>> byType = new HashMap<>();

    ReadProperties(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    boolean contains(FieldScope field) {
        Class<?> type = field.getDeclaringType().getErasedType();
        return byType.computeIfAbsent(type, this::fields).contains(field.getDeclaredName());
    }

    private Set<String> fields(Class<?> type) {
        BeanDescription read = mapper.getDeserializationConfig().introspect(mapper.constructType(type));
        Set<String> names = new HashSet<>();
        for (BeanPropertyDefinition property : read.findProperties()) {
            if (property.getMutator() != null) {
                Field field = property.getField() == null ? null : property.getField().getAnnotated();
                names.add(field == null ? property.getInternalName() : field.getName());
            }
        }
        return names;
    }
}
