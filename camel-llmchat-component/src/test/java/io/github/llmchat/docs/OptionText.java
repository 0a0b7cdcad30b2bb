package io.github.llmchat.docs;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The cells of an option's row. */
final class OptionText {

    private OptionText() {
    }

    static String type(JsonNode option) {
        if (option.has("enum")) {
            return StreamSupport.stream(option.get("enum").spliterator(), false)
                    .map(value -> "`" + value.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        String type = option.path("type").asText();
        return type.equals("object") ? simpleName(option.path("javaType").asText()) : type;
    }

    static String defaultValue(JsonNode option) {
        String value = option.path("defaultValue").asText();
        // the generator writes false for each Boolean, although null is another thing
        if (value.isEmpty() || option.path("javaType").asText().equals("java.lang.Boolean")) {
            return "";
        }
        return "`" + (option.path("type").asText().equals("duration") ? duration(Long.parseLong(value)) : value) + "`";
    }

    static String description(JsonNode option) {
        String text = escaped(option.path("description").asText());
        if (option.path("required").asBoolean()) {
            text = "**Required.** " + text;
        }
        return option.path("secret").asBoolean() ? text + " *Secret.*" : text;
    }

    static String simpleName(String javaType) {
        return javaType.replaceAll("<.*>", "").replaceAll("^.*\\.", "");
    }

    static String escaped(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }

    private static String duration(long millis) {
        return millis % 1000 == 0 && millis > 0 ? Duration.ofMillis(millis).toSeconds() + "s" : Long.toString(millis);
    }
}
