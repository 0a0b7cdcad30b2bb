package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.Message;

/** The HTTP headers of a request. The key is only ever in one of them. */
final class HttpHeaderBinding {

    private static final String DEFAULT_KEY_HEADER = "Authorization";
    private static final Set<String> OURS = Set.of(
            "authorization", "cookie", "set-cookie", "host", "content-length", "content-type", "transfer-encoding",
            "connection",
            "accept", "accept-encoding", "proxy-authorization");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private final CamelContext context;
    private final LlmChatConfiguration options;
    private final Map<String, String> fixed = new LinkedHashMap<>();

    HttpHeaderBinding(CamelContext context, LlmChatConfiguration options) {
        this.context = context;
        this.options = options;
        String key = apiKey();
        if (key != null) {
            boolean bearer = DEFAULT_KEY_HEADER.equalsIgnoreCase(options.getApiKeyHeader());
            fixed.put(checkedName("apiKeyHeader", options.getApiKeyHeader()), checkedKey(bearer ? "Bearer " + key : key));
        }
        add("additionalHeader", options.getAdditionalHeader(), fixed);
        add("additionalHeaders", JsonObjects.map("additionalHeaders", options.getAdditionalHeaders(), context), fixed);
    }

    /** The environment's key is OpenAI's: it goes nowhere else. */
    private String apiKey() {
        String key = options.getApiKey();
        if ((key == null || key.isBlank())
                && GatewayUrl.sameServer(options.getBaseUrl(), LlmChatConnectionConfiguration.DEFAULT_BASE_URL)) {
            key = System.getenv("OPENAI_API_KEY");
        }
        return key == null || key.isBlank() ? null : key.strip();
    }

    Map<String, String> bind(Message message, boolean streaming) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", streaming ? "text/event-stream" : "application/json");
        // a proxy that compresses a stream holds its events back
        headers.put("Accept-Encoding", "identity");
        headers.putAll(fixed);
        String own = message.getHeader(LlmChatConstants.VENDOR, String.class);
        String vendor = own == null || own.isBlank() ? options.getVendor() : own;
        if (vendor != null && !vendor.isBlank()) {
            headers.put("vendor", checkedValue("vendor", vendor));
        }
        String name = LlmChatConstants.ADDITIONAL_HEADERS;
        // an object first: what comes with a message names no bean
        add(name, JsonObjects.map(name, JsonObjects.object(name, message.getHeader(name)), context), headers);
        return headers;
    }

    private static void add(String option, Map<String, ?> from, Map<String, String> to) {
        from.forEach((name, value) -> {
            if (value != null) {
                refuseOurs(option, name);
                to.put(checkedName(option, name), checkedValue(option + " " + name, value.toString()));
            }
        });
    }

    /** Camel prints URI options that it does not know to be secret, so that a key must not be among these. */
    private static void refuseOurs(String option, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("key") || lower.contains("token") || lower.contains("secret")) {
            throw new IllegalArgumentException(
                    option + " can't set the HTTP header " + name + ", whose name says that it is a secret: use apiKey and "
                                               + "apiKeyHeader");
        }
        if (OURS.contains(lower)) {
            throw new IllegalArgumentException(
                    option + " can't set the HTTP header " + name + ": it is set by llmchat (a key: use apiKey)");
        }
    }

    private static String checkedName(String option, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(option + ": a name in it is no HTTP header name");
        }
        return name;
    }

    private static String checkedKey(String value) {
        return checkedValue("apiKey", value);
    }

    private static String checkedValue(String option, String value) {
        boolean clean = value.chars().allMatch(c -> c >= ' ' && c != 127 && c < 256);
        if (!clean) {
            throw new IllegalArgumentException(
                    option + ": the value holds line breaks or characters that an HTTP header can't carry");
        }
        return value;
    }
}
