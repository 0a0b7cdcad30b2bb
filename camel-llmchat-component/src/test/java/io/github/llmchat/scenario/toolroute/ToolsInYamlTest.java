package io.github.llmchat.scenario.toolroute;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.route.ToolRegistry;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsInYamlTest extends CamelMainTestSupport {

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.setRoutesIncludePattern("classpath:routes/tools.yaml");
    }

    @Test
    void declareParameters() {
        assertThat(call("get-weather", "{\"city\":\"Graz\",\"unit\":\"celsius\"}").text()).isEqualTo("Sunny in Graz, celsius");
        assertThat(call("get-weather", "{\"unit\":\"celsius\"}").outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);

        JsonNode function = tool("get-weather").spec().definition().path("function");
        assertThat(function).hasToString(
                "{\"name\":\"get-weather\",\"description\":\"Current weather\",\"parameters\":{\"type\":\"object\","
                                         + "\"properties\":{\"city\":{\"type\":\"string\",\"description\":\"The city's name\"},"
                                         + "\"unit\":{\"type\":\"string\",\"enum\":[\"celsius\",\"fahrenheit\"]}},"
                                         + "\"required\":[\"city\"]}}");
    }

    @Test
    void keepDashesInSchemas() {
        assertThat(call("order", "{\"order-id\":7,\"lines\":[{\"sku\":\"a-1\"}]}").text()).isEqualTo("7 7 a-1");
        assertThat(call("order", "{\"orderId\":7}").text())
                .contains("must have the property order-id").contains("must not have properties other than order-id, lines");

        assertThat(tool("order").spec().returnDirect()).isTrue();
        assertThat(tool("order").spec().definition().at("/function/description").asText()).isEqualTo("order");
        assertThat(tool("order").spec().definition().at("/function/parameters/properties/order-id/minimum").asInt()).isOne();
    }

    private ToolResult call(String name, String arguments) {
        RunningToolCall running = new RunningToolCall();
        tool(name).call(ToolScenario.toolCall(name, arguments), new ToolCaller("c", Map.of()), Runnable::run, running);
        return running.result();
    }

    private Tool tool(String name) {
        return ToolRegistry.of(context).tools(Set.of("*")).stream().filter(tool -> tool.spec().name().equals(name)).findFirst()
                .orElseThrow();
    }
}
