package io.github.llmchat.examples.patterns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.gateway.DemoGateway;

/** The properties that the patterns' routes name: gateways and models, from the environment or simulated. */
final class PatternSettings {

    private static final String QUESTION = "Is this message unwanted advertising? Answer yes or no, nothing else.";

    private PatternSettings() {
    }

    /**
     * For the simulated gateway. The first gateway of {@code translate} and the one of {@code protect} are out of
     * order.
     */
    static Map<String, String> simulated(DemoGateway gateway, String pattern) {
        boolean outOfOrder = List.of("translate", "protect").contains(pattern);
        Map<String, String> properties = common(gateway.baseUrl(), DemoGateway.API_KEY);
        properties.put("llmchat.model", outOfOrder ? SimulatedModels.DOWN : SimulatedModels.FIRST);
        properties.put("vote.first", SimulatedModels.FIRST);
        properties.put("vote.second", SimulatedModels.SECOND);
        properties.put("vote.third", SimulatedModels.THIRD);
        properties.put("fallback.base-url", gateway.baseUrl());
        properties.put("fallback.api-key", DemoGateway.API_KEY);
        properties.put("fallback.model", SimulatedModels.FIRST);
        return properties;
    }

    /**
     * For the gateway that the environment names.
     *
     * @throws IllegalArgumentException if a variable is missing, named in the message
     */
    static Map<String, String> of(Map<String, String> environment) {
        String model = environment.getOrDefault("LLMCHAT_MODEL", "");
        if (model.isBlank()) {
            throw new IllegalArgumentException("With LLMCHAT_BASE_URL, set LLMCHAT_MODEL, too (and LLMCHAT_API_KEY)");
        }
        String url = environment.get("LLMCHAT_BASE_URL");
        String key = environment.getOrDefault("LLMCHAT_API_KEY", "");
        String[] models = environment.getOrDefault("LLMCHAT_MODELS", model + "," + model + "," + model).split(",");
        if (models.length != 3) {
            throw new IllegalArgumentException("LLMCHAT_MODELS must be three models with commas between them");
        }
        Map<String, String> properties = common(url, key);
        properties.put("llmchat.model", model);
        properties.put("vote.first", models[0].strip());
        properties.put("vote.second", models[1].strip());
        properties.put("vote.third", models[2].strip());
        properties.put("fallback.base-url", environment.getOrDefault("LLMCHAT_FALLBACK_BASE_URL", url));
        properties.put("fallback.api-key", environment.getOrDefault("LLMCHAT_FALLBACK_API_KEY", key));
        properties.put("fallback.model", environment.getOrDefault("LLMCHAT_FALLBACK_MODEL", model));
        return properties;
    }

    private static Map<String, String> common(String baseUrl, String apiKey) {
        Map<String, String> properties = new HashMap<>();
        properties.put("camel.component.llmchat.base-url", baseUrl);
        properties.put("camel.component.llmchat.api-key", apiKey);
        properties.put("vote.question", QUESTION);
        properties.put("summarise.paragraphs", "2");
        properties.put("extract.database",
                "jdbc:h2:mem:invoices;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:patterns/invoice.sql'");
        return properties;
    }
}
