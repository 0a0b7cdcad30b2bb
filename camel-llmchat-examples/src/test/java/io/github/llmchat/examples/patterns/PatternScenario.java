package io.github.llmchat.examples.patterns;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The route file of a pattern as it stands, with a scripted gateway. One context for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PatternScenario {

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    Path folder;
    PatternRoutes routes;

    private final String pattern;

    PatternScenario(String pattern) {
        this.pattern = pattern;
    }

    @BeforeAll
    void startRoutes(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Map<String, String> properties = new HashMap<>(
                PatternSettings.of(Map.of(
                        "LLMCHAT_BASE_URL", GATEWAY.baseUrl(), "LLMCHAT_API_KEY", "sk-first", "LLMCHAT_MODEL", "first",
                        "LLMCHAT_MODELS", "first,second,third")));
        properties.putAll(properties());
        routes = PatternRoutes.start(
                pattern, properties, folder, new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    @AfterAll
    void stopRoutes() {
        routes.close();
    }

    /** What this test needs to have otherwise. */
    Map<String, String> properties() {
        return Map.of();
    }

    static String model(RecordedRequest request) {
        return request.json().path("model").asText();
    }

    /** {@return the last message of a request} */
    static String prompt(RecordedRequest request) {
        return request.json().path("messages").path(request.json().path("messages").size() - 1).path("content").asText();
    }
}
