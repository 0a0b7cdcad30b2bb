package io.github.llmchat;

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Makes {@code toD} over many models one endpoint: the model goes into the header, and the endpoint is {@code llmchat:*} with
 * the options that stand in the route. Options are only what the route itself says: where the route has no {@code ?}, all of
 * the evaluated name is the model, so that a name from outside that holds one sets nothing.
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

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        return new DynamicAwareEntry(uri, originalUri, Map.of(), Map.of());
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        String options = dynamicPath(entry.getOriginalUri()) ? optionsOf(entry) : null;
        return options == null ? null : "llmchat:" + ModelName.ANY + options;
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        if (!dynamicPath(entry.getOriginalUri()) || optionsOf(entry) == null) {
            return null;
        }
        String model = model(entry);
        return message -> message.getMessage().setHeader(LlmChatConstants.MODEL, model);
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    private static boolean dynamicPath(String originalUri) {
        return path(originalUri).contains("${") && !literalOptions(originalUri).contains("${");
    }

    /** The options in the route; null if the evaluated URI does not end in them, so that nothing can be said about it. */
    private static String optionsOf(DynamicAwareEntry entry) {
        String options = literalOptions(entry.getOriginalUri());
        return entry.getUri().endsWith(options) ? options : null;
    }

    private static String model(DynamicAwareEntry entry) {
        String uri = entry.getUri();
        String options = literalOptions(entry.getOriginalUri());
        String model = uri.substring(uri.indexOf(':') + 1, uri.length() - options.length());
        return model.startsWith("//") ? model.substring(2) : model;
    }

    private static String path(String originalUri) {
        return originalUri.substring(0, originalUri.length() - literalOptions(originalUri).length());
    }

    /** From the first {@code ?} outside of {@code ${…}} to the end; empty if there is none. */
    private static String literalOptions(String originalUri) {
        int depth = 0;
        for (int i = 0; i < originalUri.length(); i++) {
            char c = originalUri.charAt(i);
            if (c == '$' && i + 1 < originalUri.length() && originalUri.charAt(i + 1) == '{') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == '?' && depth == 0) {
                return originalUri.substring(i);
            }
        }
        return "";
    }
}
