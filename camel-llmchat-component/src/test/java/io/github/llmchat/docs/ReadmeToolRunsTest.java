package io.github.llmchat.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeToolRunsTest {

    private static final Pattern TOOL
            = Pattern.compile("```yaml\n(- route:\n {4}from:\n {6}uri: llmchat-tool:.*?)```", Pattern.DOTALL);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    @Test
    void asItStandsThere() throws Exception {
        Matcher routes = TOOL.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(routes.find()).isTrue();
        gateway.willAnswer(
                Script.json("{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"tool_calls\":[{\"id\":\"c1\","
                            + "\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{\\\"city\\\":\\\"Rome\\\"}\"}}]}}]}"),
                Script.answer("Take an umbrella"));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("readme.yaml", routes.group(1)));
            context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
            context.start();

            assertThat(context.createProducerTemplate().requestBody("direct:talk", "What's it like in Rome?", String.class))
                    .isEqualTo("Take an umbrella");
        }
        assertThat(gateway.requests().get(1).json().path("messages").get(2).path("content").asText()).isEqualTo("Rain in Rome");
    }
}
