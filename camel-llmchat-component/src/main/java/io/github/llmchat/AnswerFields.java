package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Choice;
import org.apache.camel.Message;

/**
 * Fields of the answer that the user wants as headers (options {@code additionalResponseHeader.*}). The user names the
 * headers; a gateway only fills them.
 */
final class AnswerFields {

    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a header has no name or one of Camel's */
    AnswerFields(LlmChatConfiguration options) {
        options.getAdditionalResponseHeader().forEach((field, header) -> headers.put(field, checked(field, header)));
    }

    private static String checked(String field, Object header) {
        String name = header == null ? "" : header.toString().strip();
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || lower.startsWith("camel") || lower.startsWith("org.apache.camel")) {
            throw new IllegalArgumentException(
                    "additionalResponseHeader." + field + "=" + name
                                               + ": must be the name of a header that does not begin with "
                                               + "Camel, because components obey those, and a gateway fills this one");
        }
        return name;
    }

    /** Sets those that the answer has, and removes the others, which would be an earlier answer's. */
    void set(Message message, ChatCompletion completion) {
        if (headers.isEmpty()) {
            return;
        }
        ObjectNode answer = completion.copyOfTree();
        JsonNode choice = completion.choices().stream().findFirst().<JsonNode> map(Choice::copyOfTree)
                .orElseGet(MissingNode::getInstance);
        headers.forEach((field, header) -> {
            JsonNode value = first(field, choice.path("message"), choice, answer);
            if (value == null) {
                message.removeHeader(header);
            } else {
                message.setHeader(header, plain(value));
            }
        });
    }

    private static JsonNode first(String field, JsonNode... places) {
        for (JsonNode place : places) {
            JsonNode value = place.get(field);
            if (value == null) {
                value = place.at("/" + field.replace('.', '/'));
            }
            if (!value.isMissingNode() && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    /** Whole numbers as in all headers, truth values, texts; objects and arrays as JSON text. */
    private static Object plain(JsonNode value) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        return ValueType.plain(value);
    }
}
