package io.github.llmchat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.llmchat.tool.mcp.McpServer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The YAML routes of the page on MCP give the servers that they seem to. */
class DocumentedMcpServersTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(- route:.*?)```", Pattern.DOTALL);

    @Test
    void areUnderstood() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Properties properties = new Properties();
            properties.put("weather.key", "k1");
            properties.put("files.token", "k2");
            context.getPropertiesComponent().setInitialProperties(properties);
            context.getRegistry().bind("ticketHeaders", Map.of("X-Api-Key", "k3"));
            Matcher matcher = YAML.matcher(Files.readString(Path.of("..", "docs", "mcp.md")));
            for (int i = 1; matcher.find(); i++) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.fromString("route" + i + ".yaml", matcher.group(1)));
            }
            // endpoints exist, nothing is connected
            context.init();

            assertThat(server(context, "weather")).isEqualTo(McpServerOptions.servers(Map.of(
                    "weather.url", "http://localhost:8080/mcp", "weather.apiKey", "k1", "weather.toolNames",
                    "forecast,warnings"),
                    context).get(0));
            McpServer files = server(context, "files");
            assertThat(files.command()).isEqualTo("npx");
            assertThat(files.args()).containsExactly("-y", "@modelcontextprotocol/server-filesystem", "/data/reports");
            assertThat(files.env()).containsExactly(Map.entry("LOG_TOKEN", "k2"));
            assertThat(server(context, "tickets").headers()).containsExactly(Map.entry("X-Api-Key", "k3"));
        }
    }

    private static McpServer server(CamelContext context, String name) {
        List<McpServer> servers = context.getEndpoints().stream().filter(LlmChatEndpoint.class::isInstance)
                .map(endpoint -> ((LlmChatEndpoint) endpoint).getConfiguration().getMcpServer())
                .flatMap(options -> McpServerOptions.servers(options, context).stream())
                .filter(server -> server.name().equals(name)).toList();
        assertThat(servers).hasSize(1);
        return servers.get(0);
    }
}
