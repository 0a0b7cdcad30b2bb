package io.github.llmchat.kamelets;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * YAML files with routes or Pipes that use Kamelets, run by Camel Main, which finds the Kamelets on the class path. One
 * context for all tests of a class.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class KameletScenario {

    static final String COMPONENT_KEY = "sk-component-0123456789";

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    CamelContext context;
    ProducerTemplate template;

    private final String files;
    private final Map<String, String> properties;
    private final Main main = new Main();

    KameletScenario(String files) {
        this(files, Map.of());
    }

    KameletScenario(String files, Map<String, String> properties) {
        this.files = files;
        this.properties = properties;
    }

    @BeforeAll
    void startCamel() throws Exception {
        main.configure().setRoutesIncludePattern("classpath:routes/kamelets/" + files);
        main.addInitialProperty("camel.component.llmchat.base-url", GATEWAY.baseUrl());
        main.addInitialProperty("camel.component.llmchat.api-key", COMPONENT_KEY);
        main.addInitialProperty("camel.component.llmchat.max-retries", "0");
        main.addInitialProperty("gateway", GATEWAY.baseUrl());
        properties.forEach(main::addInitialProperty);
        main.start();
        context = main.getCamelContext();
        template = main.getCamelTemplate();
    }

    @AfterEach
    void resetMocks() {
        MockEndpoint.resetMocks(context);
    }

    @AfterAll
    void stopCamel() {
        main.stop();
    }

    String ask(String endpoint, String prompt) {
        return template.requestBody(endpoint, prompt, String.class);
    }

    MockEndpoint mock(String uri) {
        return context.getEndpoint(uri, MockEndpoint.class);
    }

    /** {@return the first request that the gateway got} */
    static RecordedRequest request() {
        return GATEWAY.requests().get(0);
    }

    /** {@return the text of the system message of the first request, or nothing} */
    static String systemMessage() {
        JsonNode first = request().json().path("messages").path(0);
        return first.path("role").asText().equals("system") ? first.path("content").asText() : null;
    }
}
