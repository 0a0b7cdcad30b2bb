package io.github.llmchat.examples.tickets.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * Where a gateway is, and what to ask it for.
 *
 * @param baseUrl its base URL
 * @param apiKey  the key; empty for none
 * @param model   the model
 */
public record GatewayAddress(String baseUrl, String apiKey, String model) {

    /**
     * The gateway that {@code LLMCHAT_BASE_URL}, {@code LLMCHAT_API_KEY} and {@code LLMCHAT_MODEL} name.
     *
     * @param  environment              the environment's variables
     * @return                          none if the environment names no gateway
     * @throws IllegalArgumentException if it names one without a model
     */
    public static Optional<GatewayAddress> from(Map<String, String> environment) {
        String url = environment.get("LLMCHAT_BASE_URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        String model = environment.get("LLMCHAT_MODEL");
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("With LLMCHAT_BASE_URL, set LLMCHAT_MODEL, too (and LLMCHAT_API_KEY)");
        }
        return Optional.of(new GatewayAddress(url, environment.getOrDefault("LLMCHAT_API_KEY", ""), model));
    }

    /**
     * The address of a simulated gateway.
     *
     * @param  simulated the gateway
     * @param  model     one of its models
     * @return           the address
     */
    public static GatewayAddress of(DemoGateway simulated, String model) {
        return new GatewayAddress(simulated.baseUrl(), DemoGateway.API_KEY, model);
    }

    /**
     * The properties that Camel needs in order to reach it; routes name the model as <code>{{llmchat.model}}</code>.
     *
     * @return names and values
     */
    public Map<String, String> properties() {
        return Map.of(
                "camel.component.llmchat.base-url", baseUrl, "camel.component.llmchat.api-key", apiKey,
                "llmchat.model", model);
    }
}
