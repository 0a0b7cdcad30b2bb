package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.tool.mcp.McpServer;
import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class McpServerOptionsTest {

    private static final String SECRET = "s3cr3t-value";

    private final CamelContext context = new DefaultCamelContext();

    @Test
    void aUrlIsEnough() throws Exception {
        McpServer server = parsed("mcpServer.weather.url=http://localhost:8080/mcp").get(0);

        assertThat(server.name()).isEqualTo("weather");
        assertThat(server.transport()).isEqualTo(Transport.streamableHttp);
        assertThat(server.url()).hasToString("http://localhost:8080/mcp");
        assertThat(server.headers()).isEmpty();
        assertThat(server.toolNames()).isEmpty();
    }

    @Test
    void orACommand() throws Exception {
        McpServer server = parsed("mcpServer.files.command=npx", "mcpServer.files.args=-y,@mcp/files, /tmp",
                "mcpServer.files.env.GITHUB_TOKEN=" + SECRET, "mcpServer.files.toolNames=read,list").get(0);

        assertThat(server.transport()).isEqualTo(Transport.stdio);
        assertThat(server.command()).isEqualTo("npx");
        assertThat(server.args()).containsExactly("-y", "@mcp/files", "/tmp");
        assertThat(server.env()).containsExactly(Map.entry("GITHUB_TOKEN", SECRET));
        assertThat(server.toolNames()).containsExactly("read", "list");
    }

    @Test
    void argumentsWithCommasAreJson() throws Exception {
        assertThat(parsed("mcpServer.a.command=sh", "mcpServer.a.args=RAW([\"-c\",\"echo a,b\"])").get(0).args())
                .containsExactly("-c", "echo a,b");
    }

    @Test
    void serversAreSortedByName() throws Exception {
        assertThat(parsed("mcpServer.b.url=http://b", "mcpServer.a.url=http://a").stream().map(McpServer::name))
                .containsExactly("a", "b");
    }

    @Test
    void keysAndBeansAreHeaders() throws Exception {
        context.getRegistry().bind("secrets", Map.of("X-Api-Key", SECRET));
        context.getRegistry().bind("cookie", "id=" + SECRET);

        McpServer server = parsed("mcpServer.a.url=https://a", "mcpServer.a.transportType=sse", "mcpServer.a.apiKey=" + SECRET,
                "mcpServer.a.headers=#bean:secrets", "mcpServer.a.header.Cookie=#cookie", "mcpServer.a.header.X-Tenant=7")
                .get(0);

        assertThat(server.transport()).isEqualTo(Transport.sse);
        assertThat(server.headers()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "Authorization", "Bearer " + SECRET, "X-Api-Key", SECRET, "Cookie", "id=" + SECRET, "X-Tenant", "7"));
        assertThat(server.toString()).doesNotContain(SECRET);
    }

    @Test
    void whatIsGivenIsShownNowhere() throws Exception {
        LlmChatEndpoint endpoint = endpoint("mcpServer.a.url=https://a", "mcpServer.a.apiKey=" + SECRET,
                "mcpServer.b.command=x", "mcpServer.b.env.DB_PASSWORD=" + SECRET, "mcpServer.b.env.MY_TOKEN=" + SECRET);

        assertThat(McpServerOptions.servers(endpoint.getConfiguration().getMcpServer(), context)).hasSize(2);
        assertThat(endpoint.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "mcpServer.a.header.Authorization=", "mcpServer.a.header.X-Api-Key=", "mcpServer.a.header.Cookie=",
            "mcpServer.a.env.AUTH=" })
    void whatCamelWouldShowIsRefused(String option) {
        assertThatThrownBy(() -> parsed("mcpServer.a.url=https://a", option + SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(option.substring(0, option.length() - 1) + ": the name ")
                .hasMessageContaining("use apiKey, or name a bean").hasMessageNotContaining(SECRET);
    }

    @Test
    void alsoWithinJson() {
        assertThatThrownBy(
                () -> parsed("mcpServer.a.url=https://a", "mcpServer.a.headers=RAW({\"X-Token\":\"" + SECRET + "\"})"))
                .hasMessageStartingWith("mcpServer.a.headers: the name X-Token says that this is a secret")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "mcpServer.a.colour=red | mcpServer.a.colour: there is no such option. Allowed: [transportType, command, args, "
                                          + "env.<NAME>, url, apiKey, header.<Name>, headers, toolNames]",
            "mcpServer.a=red | mcpServer.a: must be mcpServer.<name>.<option>",
            "mcpServer.a b.url=http://a | mcpServer.a b.url: must be mcpServer.<name>.<option>",
            "mcpServer.a.transportType=carrierPigeon | mcpServer.a.transportType=carrierPigeon: must be one of [stdio, sse, "
                                                                                                 + "streamableHttp]",
            "mcpServer.a.toolNames=x | mcpServer.a.url or mcpServer.a.command: one of the two must be set",
            "mcpServer.a.url=http://a&mcpServer.a.command=x | mcpServer.a.transportType=stdio: needs command, and takes no url",
            "mcpServer.a.url=http://a&mcpServer.a.transportType=stdio | mcpServer.a.transportType=stdio: needs command, and takes",
            "mcpServer.a.command=x&mcpServer.a.transportType=sse | mcpServer.a.transportType=sse: needs url, and takes no command",
            "mcpServer.a.url=http://a&mcpServer.a.args=x | mcpServer.a.transportType=streamableHttp: takes no args or env",
            "mcpServer.a.command=x&mcpServer.a.header.X=1 | mcpServer.a.transportType=stdio: takes no header, headers or apiKey",
            "mcpServer.a.url=ftp://a | mcpServer.a.url: must be a URL such as http://localhost:8080/mcp",
            "mcpServer.a.url=localhost | mcpServer.a.url: must be a URL such as http://localhost:8080/mcp",
            "mcpServer.a.url=http://u:p@a | mcpServer.a.url: must be a URL such as http://localhost:8080/mcp",
            "mcpServer.a.url=http://a&mcpServer.a.header.Host=b | mcpServer.a.header.Host: the HTTP header Host can't be set",
            "mcpServer.a.url=http://a&mcpServer.a.header.X Y=b | mcpServer.a.header.X Y: the HTTP header X?Y can't be set" })
    void mistakesSayWhatIsAllowed(String options, String message) {
        assertThatThrownBy(() -> parsed(options.split("&"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void theTimeoutMustBeOne() throws Exception {
        LlmChatEndpoint endpoint = endpoint("mcpServer.a.url=http://a", "mcpTimeout=0");

        assertThatThrownBy(() -> McpServers.of(endpoint.getConfiguration(), context, endpoint.getComponent()::threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mcpTimeout=0: must be a duration of more than 0, such as 20s");
    }

    private List<McpServer> parsed(String... options) throws Exception {
        return McpServerOptions.servers(endpoint(options).getConfiguration().getMcpServer(), context);
    }

    private LlmChatEndpoint endpoint(String... options) throws Exception {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String option : options) {
            String value = option.substring(option.indexOf('=') + 1);
            parameters.put(option.substring(0, option.indexOf('=')), value);
        }
        return (LlmChatEndpoint) context.getComponent("llmchat").createEndpoint("llmchat:gpt-4o", parameters);
    }
}
