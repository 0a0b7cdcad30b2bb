package io.github.llmchat;

import io.github.llmchat.http.GovernorLimits;

/**
 * Whose calls share their limits: those to one gateway with one key.
 *
 * @param baseUrl the gateway
 * @param key     the key, which is never to be printed; null if there is none
 * @param limits  the limits that the user has set
 */
record GovernorKey(String baseUrl, String key, GovernorLimits limits) {

    static GovernorKey of(LlmChatConfiguration options) {
        return new GovernorKey(options.getBaseUrl(), options.getApiKey(), CallSettings.governor(options));
    }

    @Override
    public String toString() {
        return "GovernorKey[" + limits + "]";
    }
}
