package io.github.llmchat.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the page on models shows are run as they stand there. */
class DocumentedModelRoutesRunTest {

    private static final Path PAGE = Path.of("..", "docs", "models.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(- route:.*?)```", Pattern.DOTALL);
    private static final String TEXT_ONLY = "{\"id\":\"m\",\"owned_by\":\"me\",\"modalities\":{\"input\":[\"text\"]}}";

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private final LogLines log = new LogLines("route", Level.INFO);
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        log.start();
        Matcher matcher = YAML.matcher(Files.readString(PAGE));
        for (int i = 1; matcher.find(); i++) {
            String route = matcher.group(1).replaceFirst("- route:", "- route:\n    id: route." + i);
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route" + i + ".yaml", route));
        }
        context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        log.stop();
    }

    @Test
    void modelsAreListed() {
        gateway.willAnswer(Script.json("{\"data\":[" + TEXT_ONLY + ",\"n\"]}"));

        context.createProducerTemplate().requestBody("direct:models", (Object) null);

        assertThat(log.messages()).contains("m of me", "n of ");
        assertThat(gateway.requests().get(0).path()).isEqualTo("/v1/models");
    }

    @Test
    void anEntryIsLookedUp() {
        gateway.willAnswer(Script.json(TEXT_ONLY));

        context.createProducerTemplate().requestBody("direct:entry", "a/b:c");

        assertThat(log.messages()).contains("m takes [text]");
        assertThat(gateway.requests().get(0).path()).isEqualTo("/v1/model-catalog/a%2Fb%3Ac");
    }

    @Test
    void anImageIsRefused() {
        gateway.willAnswer(Script.json(TEXT_ONLY));
        Map<String, Object> image = Map.of(
                "role", "user", "content",
                List.of(Map.of("type", "image_url", "image_url", Map.of("url", "https://example.com/cat.png"))));

        Exception failure = context.createProducerTemplate()
                .request("direct:ask", exchange -> exchange.getMessage().setBody(image)).getException();

        assertThat(failure).isInstanceOf(BadRequestException.class);
        assertThat(gateway.requests()).hasSize(1);
    }
}
