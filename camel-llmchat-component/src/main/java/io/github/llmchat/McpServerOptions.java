package io.github.llmchat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.llmchat.tool.mcp.McpServer;
import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/**
 * Reads the options {@code mcpServer.<name>.<option>} of one server. Their values may be secrets: no message has one.
 */
final class McpServerOptions {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,32}");
    private static final List<String> ALLOWED = List.of(
            "transportType", "command", "args", "env.<NAME>", "url", "apiKey", "header.<Name>", "headers", "toolNames");

    private final String prefix;
    private final CamelContext context;
    private final Map<String, String> env = new LinkedHashMap<>();
    private final McpHeaders headers;
    private String transportType;
    private String command;
    private List<String> args = List.of();
    private String url;
    private List<String> toolNames = List.of();

    private McpServerOptions(String prefix, CamelContext context) {
        this.prefix = prefix;
        this.context = context;
        this.headers = new McpHeaders(prefix);
    }

    /** In the order of their names. */
    static List<McpServer> servers(Map<String, Object> options, CamelContext context) {
        Map<String, McpServerOptions> servers = new TreeMap<>();
        options.forEach((key, value) -> {
            int dot = key.indexOf('.');
            String name = dot < 0 ? key : key.substring(0, dot);
            if (dot < 0 || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "mcpServer." + key + ": must be mcpServer.<name>.<option>, where the name has 1 to 32 letters, digits, "
                                                   + "_ and -, and the option is one of " + ALLOWED);
            }
            servers.computeIfAbsent(name, n -> new McpServerOptions("mcpServer." + n + ".", context))
                    .set(key.substring(dot + 1), value);
        });
        return servers.entrySet().stream().map(server -> server.getValue().server(server.getKey())).toList();
    }

    private void set(String option, Object given) {
        boolean reference = given instanceof String text && text.startsWith("#");
        Object value = reference ? bean((String) given) : given;
        if (option.equals("headers")) {
            headers.addAll(JsonObjects.map(prefix + option, value, context), reference);
            return;
        }
        String text = value == null ? "" : value.toString().strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(prefix + option + ": has no value");
        } else if (option.startsWith("header.")) {
            headers.add(option, option.substring("header.".length()), text, reference);
        } else if (option.startsWith("env.")) {
            SecretNames.refuseShown(prefix + option, reference);
            env.put(option.substring("env.".length()), text);
        } else {
            setPlain(option, text);
        }
    }

    private void setPlain(String option, String text) {
        switch (option) {
            case "transportType" -> transportType = text;
            case "command" -> command = text;
            case "args" -> args = list(text);
            case "url" -> url = text;
            case "apiKey" -> headers.setKey(text);
            case "toolNames" -> toolNames = list(text);
            default -> throw new IllegalArgumentException(prefix + option + ": there is no such option. Allowed: " + ALLOWED);
        }
    }

    private Object bean(String reference) {
        return CamelContextHelper.mandatoryLookup(
                context, reference.startsWith("#bean:") ? reference.substring("#bean:".length()) : reference.substring(1));
    }

    /** Comma separated, or a JSON array where an element has a comma itself. */
    private static List<String> list(String text) {
        JsonNode array = text.startsWith("[") ? JsonValues.parsed(text) : null;
        return array instanceof ArrayNode
                ? StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList()
                : Arrays.stream(text.split(",")).map(String::strip).filter(element -> !element.isEmpty()).toList();
    }

    private McpServer server(String name) {
        Transport transport = transport();
        boolean process = transport == Transport.stdio;
        if ((process ? command : url) == null || (process ? url : command) != null) {
            throw new IllegalArgumentException(
                    prefix + "transportType=" + transport + ": needs "
                                               + (process
                                                       ? "command, and takes no url" : "url, and takes "
                                                                                       + "no command"));
        }
        if (process && !headers.isEmpty() || !process && !(env.isEmpty() && args.isEmpty())) {
            throw new IllegalArgumentException(
                    prefix + "transportType=" + transport + ": takes no "
                                               + (process ? "header, headers or apiKey" : "args or env"));
        }
        return new McpServer(
                name, transport, command, args, env, process ? null : McpHeaders.url(prefix, url), headers.all(), toolNames);
    }

    private Transport transport() {
        if (transportType == null) {
            if (command == null && url == null) {
                throw new IllegalArgumentException(prefix + "url or " + prefix + "command: one of the two must be set");
            }
            return command == null ? Transport.streamableHttp : Transport.stdio;
        }
        return Arrays.stream(Transport.values()).filter(known -> known.name().equals(transportType)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        prefix + "transportType=" + transportType + ": must be one of " + Arrays.toString(Transport.values())));
    }
}
