package io.github.llmchat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.schema.OutputSchema;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.support.LRUCacheFactory;

/**
 * What the answers of one endpoint must be: as its options say, or as a message's headers say. Classes and schemas are
 * read once.
 */
final class AnswerTypes {

    private static final int KEPT = 100;

    private final CamelContext context;
    private final AnswerType fixed;
    private final Map<Class<?>, OutputSchema> ofClasses = LRUCacheFactory.newLRUSoftCache(KEPT);
    private final Map<JsonNode, OutputSchema> given = LRUCacheFactory.newLRUSoftCache(KEPT);

    /** @throws IllegalArgumentException if the options name no class or no schema */
    AnswerTypes(CamelContext context, LlmChatConfiguration options) {
        this.context = context;
        String schema = TextResource.load(context, "jsonSchema", options.getJsonSchema());
        this.fixed = type(schema, "jsonSchema", emptyToNull(options.getOutputClass()), "outputClass", null);
    }

    /** What the answer to this message must be; null if it may be anything. */
    AnswerType of(Message message) {
        Object schema = emptyToNull(ValueType.plain(message.getHeader(LlmChatConstants.JSON_SCHEMA)));
        Object type = emptyToNull(message.getHeader(LlmChatConstants.OUTPUT_CLASS));
        return type(
                schema, "The header " + LlmChatConstants.JSON_SCHEMA, type, "The header " + LlmChatConstants.OUTPUT_CLASS,
                fixed);
    }

    private AnswerType type(Object schema, String schemaName, Object type, String typeName, AnswerType otherwise) {
        if (schema == null && type == null) {
            return otherwise;
        }
        Class<?> target = type == null ? otherwise == null ? null : otherwise.type() : classOf(type, typeName);
        if (schema == null) {
            return new AnswerType(ofClasses.computeIfAbsent(target, OutputSchema::of), target);
        }
        JsonNode document = JsonValues.object(schema);
        if (document == null) {
            throw new IllegalArgumentException(schemaName + " must be a JSON Schema: a JSON object as text, or a Map");
        }
        return new AnswerType(given.computeIfAbsent(document, OutputSchema::of), target);
    }

    private Class<?> classOf(Object type, String name) {
        if (type instanceof Class<?> known) {
            return known;
        }
        String className = type.toString();
        Class<?> found = context.getClassResolver().resolveClass(className);
        if (found == null) {
            throw new IllegalArgumentException(
                    name + " is '" + RequestField.shown(className) + "', and there is no such class on the classpath");
        }
        return found;
    }

    private static <T> T emptyToNull(T value) {
        return "".equals(value) ? null : value;
    }
}
