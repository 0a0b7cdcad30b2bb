package io.github.llmchat;

import java.util.Map;

/** The model in an endpoint's path. */
final class ModelName {

    /** The path of an endpoint that takes the model from the message. */
    static final String ANY = "*";

    private ModelName() {
    }

    /** Camel itself would accept both mistakes: no path at all, and a query option that silently replaces the path. */
    static void check(String path, Map<String, Object> parameters) {
        if (parameters.containsKey("model")) {
            throw new IllegalArgumentException(
                    "model is not an option: the model is the path of the endpoint, as in llmchat:" + parameters.get("model")
                                               + ", or llmchat:* with the header " + LlmChatConstants.MODEL);
        }
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException(
                    "llmchat: needs a model as its path, as in llmchat:gpt-4o, or llmchat:* with the header "
                                               + LlmChatConstants.MODEL);
        }
    }

    static boolean isAny(String path) {
        return ANY.equals(path);
    }
}
