package io.github.llmchat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.llmchat.server.ClientKeys;
import io.github.llmchat.server.ServerOptions;
import org.apache.camel.CamelContext;

/** From the user's options to what the server wants to know. Wrong values fail here, when the route starts. */
final class ServerSettings {

    private static final String OPTION = "apiKeys";
    private static final String FORMS = ": must be name=key pairs such as alice=sk-1,bob=sk-2, a JSON object, or a Map "
                                        + "(#bean:name)";

    private ServerSettings() {
    }

    static ServerOptions of(LlmChatConfiguration options, CamelContext context) {
        if (options.getKeepAliveInterval() < 0) {
            throw new IllegalArgumentException(
                    "keepAliveInterval=" + options.getKeepAliveInterval() + ": must be a duration such as 15s, or 0 for never");
        }
        if (options.getMaxConcurrentRequests() < 0) {
            throw new IllegalArgumentException(
                    "maxConcurrentRequests=" + options.getMaxConcurrentRequests() + ": must be 0 or more");
        }
        return new ServerOptions(
                keys(options.getApiKeys(), context), CallSettings.atLeastOne("maxRequestSize", options.getMaxRequestSize()),
                options.getMaxConcurrentRequests(), Duration.ofMillis(options.getKeepAliveInterval()));
    }

    /** The path as requests have it: with a slash before it, none behind it. */
    static String path(LlmChatConfiguration options) {
        String path = options.getPath() == null ? "" : options.getPath().strip();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.contains("?") || path.contains("*") || path.contains(":") || path.contains(" ")) {
            throw new IllegalArgumentException("path=" + options.getPath() + ": must be a plain path such as /v1");
        }
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    private static ClientKeys keys(String given, CamelContext context) {
        if (given == null) {
            return ClientKeys.NONE;
        }
        String text = given.strip();
        if (text.startsWith("#")) {
            // the bean may change while the route runs; one that is wrong now fails now
            checked(JsonObjects.map(OPTION, text, context));
            return ClientKeys.changing(() -> strings(JsonObjects.map(OPTION, text, context)));
        }
        Map<String, String> fixed = checked(text.startsWith("{") ? JsonObjects.map(OPTION, text, context) : pairs(text));
        return ClientKeys.of(fixed);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                // what stands there may be a key: not for the message
                throw new IllegalArgumentException(OPTION + FORMS);
            }
            pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static Map<String, String> checked(Map<String, ?> keys) {
        Map<String, String> strings = strings(keys);
        if (strings.isEmpty()) {
            throw new IllegalArgumentException(OPTION + ": has no key. Leave the option out to let everybody use the model");
        }
        strings.forEach((name, key) -> {
            if (name.isBlank() || key == null || key.isBlank()) {
                throw new IllegalArgumentException(
                        OPTION + ": the name or the key of " + (name.isBlank() ? "a client" : name)
                                                   + " is empty");
            }
        });
        return strings;
    }

    private static Map<String, String> strings(Map<String, ?> keys) {
        Map<String, String> strings = new LinkedHashMap<>();
        keys.forEach((name, key) -> strings.put(name, key == null ? null : key.toString()));
        return strings;
    }
}
