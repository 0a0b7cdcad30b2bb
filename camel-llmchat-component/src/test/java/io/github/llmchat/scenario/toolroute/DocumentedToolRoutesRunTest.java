package io.github.llmchat.scenario.toolroute;

import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the tool component's page are run as they stand there. */
class DocumentedToolRoutesRunTest extends ToolScenario {

    private static final Pattern YAML = Pattern.compile("```yaml\n(- route:.*?)```", Pattern.DOTALL);

    @BeforeEach
    void loadThePage() throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:stock-service").process(exchange -> {
            if ("gone".equals(exchange.getMessage().getHeader("article"))) {
                throw new ConnectException("10.0.0.7");
            }
            exchange.getMessage().setBody(5);
        }));
        Matcher block = YAML.matcher(Files.readString(Path.of("..", "docs", "llmchat-tool.md")));
        for (int i = 1; block.find(); i++) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("block" + i + ".yaml", block.group(1)));
        }
    }

    @Test
    void parameters() {
        assertThat(answer("get_weather", "{\"city\":\"Graz\"}")).isEqualTo("It is sunny in Graz.");
    }

    @Test
    void aSchemaAndAHeaderOfTheCallers() {
        assertThat(begin("order_status", "{\"order-id\":123456}", Map.of("customerId", "c-7")).result().text())
                .isEqualTo("Order 123456 of customer c-7 is on its way.");
    }

    @Test
    void aFailureInWords() {
        assertThat(answer("stock", "{\"article\":\"a\"}")).isEqualTo("5");
        assertThat(answer("stock", "{\"article\":\"gone\"}")).isEqualTo("The stock system is closed until 6 in the morning.");
    }

    @Test
    void anApproval() {
        assertThat(answer("cancel_order", "{\"order\":7}")).isEqualTo("Order 7 is cancelled.");
        assertThat(call("cancel_order", "{\"order\":7000}").text())
                .isEqualTo("This call was not approved: Orders of this year are cancelled by phone only.");
    }
}
