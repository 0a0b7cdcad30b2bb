package io.github.llmchat.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** The reference part of the component's page: all options and headers as Markdown tables, made from the metadata. */
final class OptionTables {

    private static final String OPTION_HEAD = "| option | type | default | description |\n|---|---|---|---|\n";
    private static final String HEADER_HEAD = "| header | type | description |\n|---|---|---|\n";

    private final JsonNode endpoint;
    private final JsonNode component;
    private final JsonNode headers;

    OptionTables(JsonNode metadata) {
        endpoint = metadata.path("properties");
        component = metadata.path("componentProperties");
        headers = metadata.path("headers");
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("### In the path\n\n").append(options(endpoint, option -> isPath(option.getValue())));
        text.append("\n### Of endpoint and component\n\nOn the component an option is the default of all endpoints.\n");
        groups(option -> component.has(option.getKey()))
                .forEach((group, rows) -> text.append("\n#### ").append(title(group)).append("\n\n").append(rows));
        appendUnlessEmpty(text, "### Of the endpoint only",
                options(endpoint, option -> !component.has(option.getKey()) && !isPath(option.getValue())));
        appendUnlessEmpty(text, "### Of the component only", options(component, option -> !endpoint.has(option.getKey())));
        headersByDirection().forEach((direction, rows) -> appendUnlessEmpty(text, "### Headers: " + direction, rows));
        return text.toString();
    }

    private static boolean isPath(JsonNode option) {
        return option.path("kind").asText().equals("path");
    }

    private static String title(String group) {
        return group.substring(0, 1).toUpperCase() + group.substring(1);
    }

    private static void appendUnlessEmpty(StringBuilder text, String title, String rows) {
        if (!rows.isEmpty()) {
            text.append('\n').append(title).append("\n\n").append(rows);
        }
    }

    /** A table for each group; what is labelled as advanced comes last. */
    private Map<String, String> groups(Predicate<Entry<String, JsonNode>> wanted) {
        Comparator<String> order = Comparator.<String, Boolean> comparing(group -> group.contains("advanced"))
                .thenComparing(Comparator.naturalOrder());
        Map<String, String> tables = new TreeMap<>(order);
        for (Entry<String, JsonNode> option : endpoint.properties()) {
            tables.put(option.getValue().path("group").asText(), "");
        }
        tables.replaceAll((group, rows) -> options(endpoint,
                wanted.and(option -> option.getValue().path("group").asText().equals(group))));
        tables.values().removeIf(String::isEmpty);
        return tables;
    }

    private static String options(JsonNode all, Predicate<Entry<String, JsonNode>> wanted) {
        String rows = all.properties().stream().filter(wanted)
                .map(option -> row(
                        "**" + name(option) + "**", OptionText.type(option.getValue()),
                        OptionText.defaultValue(option.getValue()), OptionText.description(option.getValue())))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : OPTION_HEAD + rows;
    }

    private static String name(Entry<String, JsonNode> option) {
        return option.getValue().path("multiValue").asBoolean()
                ? option.getValue().path("prefix").asText() + "\\*" : option.getKey();
    }

    /** Their descriptions begin with the direction and a colon. */
    private Map<String, String> headersByDirection() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Entry<String, JsonNode> header : headers.properties()) {
            String[] parts = header.getValue().path("description").asText().split(": ", 2);
            String text = title(OptionText.escaped(parts[1]));
            String type = OptionText.simpleName(header.getValue().path("javaType").asText());
            rows.computeIfAbsent(parts[0].toLowerCase(), direction -> new ArrayList<>())
                    .add(row("`" + header.getKey() + "`", type, text));
        }
        Map<String, String> tables = new LinkedHashMap<>();
        rows.forEach((direction, lines) -> tables.put(direction, HEADER_HEAD + String.join("", lines)));
        return tables;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
