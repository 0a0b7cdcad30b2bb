package io.github.llmchat.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.testing.Script;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolSourceKameletOffersARouteTest extends KameletScenario {

    ToolSourceKameletOffersARouteTest() {
        super("tool*.yaml");
    }

    @Test
    void itsRouteIsRunAndTheResultGoesToTheModel() {
        GATEWAY.willAnswer(Script.json(call("get_order", "{\\\"id\\\":17}")), Script.answer("It is on its way."));

        Object answer = template.requestBodyAndHeader("direct:ask", "Where is 17?", "customerId", "A-7");

        assertThat(answer).isEqualTo("It is on its way.");
        assertThat(request().json().path("tools")).extracting(tool -> tool.at("/function/name").asText())
                .containsExactlyInAnyOrder("get_order", "stock");
        assertThat(tool("get_order").path("description").asText()).isEqualTo("Looks up an order & says (all) of it");
        assertThat(tool("get_order").at("/parameters/properties/id/minimum").asInt()).isEqualTo(1);
        JsonNode messages = GATEWAY.requests().get(1).json().path("messages");
        assertThat(messages.path(messages.size() - 1).path("content").asText())
                .isEqualTo("order 17 of customer A-7: {\"id\":17}");
    }

    @Test
    void aPipeIsAToolWhoseArgumentsAreJson() {
        MockEndpoint stock = mock("mock:stock");
        stock.whenAnyExchangeReceived(call -> {
            assertThat(call.getMessage().getBody(String.class)).isEqualTo("{\"article\":\"jacket\"}");
            call.getMessage().setBody("12 pieces");
        });
        GATEWAY.willAnswer(Script.json(call("stock", "{\\\"article\\\":\\\"jacket\\\"}")));

        assertThat(ask("direct:ask", "How many jackets?")).isEqualTo("12 pieces");
        assertThat(GATEWAY.requests()).hasSize(1);
    }

    @Test
    void withoutTagsAModelIsOfferedNone() {
        GATEWAY.willAnswer(Script.answer("I don't know"));

        ask("direct:bare", "Where is 17?");

        assertThat(request().json().has("tools")).isFalse();
    }

    private static JsonNode tool(String name) {
        for (JsonNode tool : request().json().path("tools")) {
            if (tool.at("/function/name").asText().equals(name)) {
                return tool.path("function");
            }
        }
        throw new AssertionError(name);
    }

    /** @param arguments JSON, escaped as it stands in a JSON text */
    private static String call(String name, String arguments) {
        return "{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,"
               + "\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":\""
               + arguments + "\"}}]}}]}";
    }
}
