package io.github.llmchat.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.camel.util.StringHelper;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the endpoint URIs of YAML routes, those whose options are below {@code parameters} included. */
final class YamlMentions {

    private static final Pattern OURS = Pattern.compile("llmchat(-tool)?:");

    private final Path file;
    private final int firstLine;
    private final List<Mention> mentions = new ArrayList<>();

    private YamlMentions(Path file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    static List<Mention> of(Path file, int firstLine, String yaml) {
        YamlMentions found = new YamlMentions(file, firstLine);
        // a label, so that what is no YAML is reported with file and line
        LoadSettings settings = LoadSettings.builder().setLabel(file + " from line " + firstLine).build();
        new Compose(settings).composeAllFromString(yaml).forEach(found::visit);
        return found.mentions;
    }

    private void visit(Node node) {
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::visit);
        } else if (node instanceof MappingNode mapping) {
            String parameters = parameters(mapping);
            for (NodeTuple entry : mapping.getValue()) {
                if (text(entry.getKeyNode()).equals("uri") && isOurs(entry.getValueNode())) {
                    add(entry.getValueNode(), parameters);
                } else {
                    visit(entry.getValueNode());
                }
            }
        } else if (isOurs(node)) {
            add(node, "");
        }
    }

    private static boolean isOurs(Node node) {
        return OURS.matcher(text(node)).lookingAt();
    }

    private void add(Node node, String parameters) {
        String uri = text(node);
        String joined = parameters.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + parameters;
        int line = node.getStartMark().map(mark -> mark.getLine()).orElse(0);
        mentions.add(new Mention(file, firstLine + line, joined));
    }

    private static String parameters(MappingNode endpoint) {
        List<String> options = new ArrayList<>();
        for (NodeTuple entry : endpoint.getValue()) {
            if (text(entry.getKeyNode()).equals("parameters") && entry.getValueNode() instanceof MappingNode parameters) {
                parameters.getValue().forEach(option -> options.add(
                        StringHelper.dashToCamelCase(text(option.getKeyNode())) + "=" + value(text(option.getValueNode()))));
            }
        }
        return String.join("&", options);
    }

    private static String value(String text) {
        boolean plain = text.startsWith("RAW(") || text.startsWith("#");
        return text.matches(".*[&+%#].*") && !plain ? "RAW(" + text + ")" : text;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
