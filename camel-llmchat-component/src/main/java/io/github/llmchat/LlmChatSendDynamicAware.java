package io.github.llmchat;

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Makes {@code toD} over many models one endpoint: the model goes into the header, and the endpoint is
 * {@code llmchat:*} with the options that stand in the route. Options are only what the route itself says: whatever
 * else the evaluated URI holds is the model, so that a name from outside that holds a {@code ?} sets nothing.
 */
@SendDynamic("llmchat")
public class LlmChatSendDynamicAware extends SendDynamicAwareSupport {

    /** Made by Camel. */
    public LlmChatSendDynamicAware() {
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    /** {@return null, which leaves the URI to Camel, if the model stands in the route} */
    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        int optionsAt = optionsAt(originalUri);
        String path = originalUri.substring(0, optionsAt);
        if (!path.contains("${")) {
            return null;
        }
        String options = evaluated(exchange, originalUri.substring(optionsAt).stripTrailing());
        if (!uri.endsWith(options)) {
            throw new IllegalArgumentException(
                    "toD: the model in " + path + " can't be told from the options behind it; set the header "
                                               + LlmChatConstants.MODEL + " and use to(\"llmchat:*\")");
        }
        String model = uri.substring(uri.indexOf(':') + 1, uri.length() - options.length());
        boolean slashes = path.startsWith("//", path.indexOf(':') + 1) && model.startsWith("//");
        ModelName.check(model, Map.of());
        return new DynamicAwareEntry(
                uri, originalUri, Map.of("model", slashes ? model.substring(2) : model, "options", options), Map.of());
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        String scheme = entry.getUri().substring(0, entry.getUri().indexOf(':'));
        return scheme + ":" + ModelName.ANY + entry.getProperties().get("options");
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        if (hasModel(exchange)) {
            return null;
        }
        Object model = entry.getProperties().get("model");
        return target -> target.getMessage().setHeader(LlmChatConstants.MODEL, model);
    }

    /** The header is ours: another endpoint that the route tries after a failure must not inherit it. */
    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return hasModel(exchange) ? null : target -> target.getMessage().removeHeader(LlmChatConstants.MODEL);
    }

    private static boolean hasModel(Exchange exchange) {
        String model = exchange.getMessage().getHeader(LlmChatConstants.MODEL, String.class);
        return model != null && !model.isBlank();
    }

    /** As Camel has evaluated them already, together with the path. */
    private static String evaluated(Exchange exchange, String options) throws Exception {
        String text = options;
        if (text.contains("{{")) {
            // optional placeholders are only understood in a whole URI
            String base = "llmchat:" + ModelName.ANY;
            text = EndpointHelper.resolveEndpointUriPropertyPlaceholders(exchange.getContext(), base + text)
                    .substring(base.length());
        }
        if (text.contains("${") || text.contains("\\")) {
            text = exchange.getContext().resolveLanguage("simple").createExpression(text).evaluate(exchange, String.class);
        }
        return text;
    }

    /** Where the first {@code ?} outside of {@code ${…}} is; at the end if there is none. */
    private static int optionsAt(String originalUri) {
        int depth = 0;
        for (int i = 0; i < originalUri.length(); i++) {
            char c = originalUri.charAt(i);
            if (c == '$' && i + 1 < originalUri.length() && originalUri.charAt(i + 1) == '{') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == '?' && depth == 0) {
                return i;
            }
        }
        return originalUri.length();
    }
}
